import { defineError } from '@lientinh/errors';

export const tokenMalformed = defineError({
  code: 'TOKEN_MALFORMED',
  status: 401,
  meaning: 'The Authorization header is not `Bearer` and one signed JWT of reasonable size.',
  message: () => ({
    vi: 'Tiêu đề Authorization không đúng dạng: cần "Bearer" và một token JWT có chữ ký.',
    en: 'The Authorization header is malformed: it takes "Bearer" and one signed JWT.',
  }),
});

export const tokenExpired = defineError({
  code: 'TOKEN_EXPIRED',
  status: 401,
  meaning: 'The token is past its expiry (or older than any token may be). Ask the issuer for a new one.',
  message: () => ({
    vi: 'Token đã hết hạn. Hãy xin token mới từ đơn vị cấp.',
    en: 'The token has expired. Ask the issuer for a new one.',
  }),
});

export const tokenNotYetValid = defineError({
  code: 'TOKEN_NOT_YET_VALID',
  status: 401,
  meaning: 'The token starts in the future, beyond the tolerated clock difference. Check the clocks.',
  message: () => ({
    vi: 'Token chưa có hiệu lực. Hãy kiểm tra đồng hồ của hệ thống cấp và hệ thống gửi.',
    en: 'The token is not valid yet. Check the clocks of the issuer and of the sender.',
  }),
});

export const tokenSignatureInvalid = defineError({
  code: 'TOKEN_SIGNATURE_INVALID',
  status: 401,
  meaning:
    "The signature is not one of the issuer's present keys: a forgery, another issuer's token, or a withdrawn key.",
  message: () => ({
    vi: 'Chữ ký của token không khớp với khóa hiện hành của đơn vị cấp.',
    en: "The token's signature does not match a present key of the issuer.",
  }),
});

export const tokenAudienceWrong = defineError<{ expected: string }>({
  code: 'TOKEN_AUDIENCE_WRONG',
  status: 401,
  meaning: 'The token was issued for another service. Ask the issuer for one with the audience named.',
  message: ({ expected }) => ({
    vi: `Token được cấp cho dịch vụ khác. Hãy xin token có đối tượng sử dụng (aud) là ${expected}.`,
    en: `The token is meant for another service. Ask for one whose audience (aud) is ${expected}.`,
  }),
});

export const tokenIssuerWrong = defineError<{ expected: string }>({
  code: 'TOKEN_ISSUER_WRONG',
  status: 401,
  meaning: 'The token names another issuer than the one this platform trusts.',
  message: ({ expected }) => ({
    vi: `Token không do đơn vị cấp được tin cậy cấp. Chỉ chấp nhận token của ${expected}.`,
    en: `The token is not from the trusted issuer. Only tokens of ${expected} are accepted.`,
  }),
});

export const tokenAlgorithmRefused = defineError<{ accepted: readonly string[] }>({
  code: 'TOKEN_ALGORITHM_REFUSED',
  status: 401,
  meaning: 'The token is signed by an algorithm outside the closed list (`none` and shared secrets never are in it).',
  message: ({ accepted }) => ({
    vi: `Thuật toán ký của token không được chấp nhận. Chỉ chấp nhận: ${accepted.join(', ')}.`,
    en: `The token's signing algorithm is refused. Accepted: ${accepted.join(', ')}.`,
  }),
});

export const tokenClaimsInvalid = defineError<{ claim: string }>({
  code: 'TOKEN_CLAIMS_INVALID',
  status: 401,
  meaning:
    'The token is genuine, but a claim that says who its bearer is or what it may do is missing or not understood.',
  message: ({ claim }) => ({
    vi: `Token thiếu hoặc sai thông tin "${claim}". Hãy báo đơn vị cấp token.`,
    en: `The token's claim "${claim}" is missing or wrong. Tell whoever runs the issuer.`,
  }),
});

export const tokenRequestRefused = defineError<{ issuer: string; reason: string }>({
  code: 'TOKEN_REQUEST_REFUSED',
  status: 401,
  meaning: 'The issuer gave no token: unknown client, wrong secret or an audience it does not serve.',
  message: ({ issuer, reason }) => ({
    vi: `${issuer} từ chối cấp token: ${reason}.`,
    en: `${issuer} refused to issue a token: ${reason}.`,
  }),
});

export const issuerUnreachable = defineError<{ issuer: string }>({
  code: 'ISSUER_UNREACHABLE',
  status: 503,
  meaning:
    "The issuer's description or keys cannot be read, so tokens cannot be checked. Requests without a token still work.",
  message: ({ issuer }) => ({
    vi: `Không đọc được khóa của đơn vị cấp token ${issuer}. Hãy thử lại sau.`,
    en: `The keys of the token issuer ${issuer} cannot be read. Try again later.`,
  }),
});
