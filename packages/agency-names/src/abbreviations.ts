/** What a department (sở), ministry (bộ) or division (phòng) is in charge of, and the ways documents shorten it. */
export interface Portfolio {
  readonly name: string;
  readonly abbreviations: readonly string[];
}

/** Portfolios of provincial departments and ministries, in force or abolished; source: Decrees 24/2014/NĐ-CP and 107/2020/NĐ-CP and the plans. */
export const PORTFOLIOS: readonly Portfolio[] = [
  { name: 'Nội vụ', abbreviations: ['NV'] },
  { name: 'Tư pháp', abbreviations: ['TP'] },
  { name: 'Tài chính', abbreviations: ['TC'] },
  { name: 'Kế hoạch và Đầu tư', abbreviations: ['KH&ĐT', 'KHĐT'] },
  { name: 'Công Thương', abbreviations: ['CT'] },
  { name: 'Nông nghiệp và Phát triển nông thôn', abbreviations: ['NN&PTNT', 'NNPTNT', 'NN-PTNT'] },
  { name: 'Nông nghiệp và Môi trường', abbreviations: ['NN&MT', 'NNMT'] },
  { name: 'Giao thông vận tải', abbreviations: ['GTVT'] },
  { name: 'Xây dựng', abbreviations: ['XD'] },
  { name: 'Tài nguyên và Môi trường', abbreviations: ['TN&MT', 'TNMT'] },
  { name: 'Thông tin và Truyền thông', abbreviations: ['TT&TT', 'TTTT'] },
  { name: 'Lao động - Thương binh và Xã hội', abbreviations: ['LĐ-TB&XH', 'LĐTB&XH', 'LĐTBXH'] },
  { name: 'Văn hóa, Thể thao và Du lịch', abbreviations: ['VH,TT&DL', 'VHTT&DL', 'VHTTDL'] },
  { name: 'Văn hóa và Thể thao', abbreviations: ['VH&TT', 'VHTT'] },
  { name: 'Du lịch', abbreviations: ['DL'] },
  { name: 'Khoa học và Công nghệ', abbreviations: ['KH&CN', 'KHCN'] },
  { name: 'Giáo dục và Đào tạo', abbreviations: ['GD&ĐT', 'GDĐT', 'GD-ĐT'] },
  { name: 'Giáo dục, Khoa học và Công nghệ', abbreviations: ['GDKH&CN', 'GDKHCN'] },
  { name: 'Y tế', abbreviations: ['YT'] },
  { name: 'Ngoại vụ', abbreviations: ['NgV'] },
  { name: 'Quy hoạch - Kiến trúc', abbreviations: ['QH-KT', 'QHKT'] },
  { name: 'Dân tộc và Tôn giáo', abbreviations: ['DT&TG', 'DTTG'] },
  { name: 'Ngoại giao', abbreviations: ['NG'] },
  { name: 'Quốc phòng', abbreviations: ['QP'] },
  { name: 'Công an', abbreviations: ['CA'] },
  { name: 'Tài chính - Kế hoạch', abbreviations: ['TC-KH', 'TCKH'] },
  { name: 'Văn hóa và Thông tin', abbreviations: ['VH&TT'] },
];

/** Words that a portfolio follows: department, ministry, district division. */
export const PORTFOLIO_HEADS: readonly string[] = ['Sở', 'Bộ', 'Phòng'];

/** Abbreviations that mean the same whatever stands around them; matched without regard to case, `&`, dashes and dots. */
export const WORD_ABBREVIATIONS: Readonly<Record<string, string>> = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  VP: 'Văn phòng',
  VPCP: 'Văn phòng Chính phủ',
  TTCP: 'Thanh tra Chính phủ',
  MTTQ: 'Mặt trận Tổ quốc',
  MTTQVN: 'Mặt trận Tổ quốc Việt Nam',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  UBMTTQVN: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  ĐBQH: 'đại biểu Quốc hội',
  BQL: 'Ban Quản lý',
  KKT: 'Khu kinh tế',
  KCN: 'Khu công nghiệp',
  BHXH: 'Bảo hiểm xã hội',
  NHNN: 'Ngân hàng Nhà nước',
  KBNN: 'Kho bạc Nhà nước',
  VKSND: 'Viện kiểm sát nhân dân',
  TAND: 'Tòa án nhân dân',
  BCHQS: 'Bộ Chỉ huy Quân sự',
  BĐBP: 'Bộ đội Biên phòng',
  LĐLĐ: 'Liên đoàn Lao động',
  LHPN: 'Liên hiệp Phụ nữ',
  CCB: 'Cựu chiến binh',
  TTĐT: 'thông tin điện tử',
  TCĐLCL: 'Tiêu chuẩn Đo lường Chất lượng',
  HCC: 'Hành chính công',
  PVHCC: 'Phục vụ hành chính công',
  TTPVHCC: 'Trung tâm Phục vụ hành chính công',
  KSTTHC: 'Kiểm soát thủ tục hành chính',
  CCHC: 'cải cách hành chính',
  QLCL: 'quản lý chất lượng',
};

/** Abbreviations of a broadcaster, read only after the word `Đài`. */
export const BROADCASTER_ABBREVIATIONS: Readonly<Record<string, string>> = {
  'PT&TH': 'Phát thanh và Truyền hình',
  PTTH: 'Phát thanh và Truyền hình',
  'TT-TH': 'Truyền thanh - Truyền hình',
  'TT&TH': 'Truyền thanh - Truyền hình',
};

/** Territorial units, shortened before a proper name (`TP. Kon Tum`). */
export const UNIT_ABBREVIATIONS: Readonly<Record<string, string>> = {
  TP: 'thành phố',
  TX: 'thị xã',
};

/** Names and groups with an inner comma or `và` that is part of the name, besides the portfolios. */
export const COMPOUND_PHRASES: readonly string[] = [
  'Đoàn ĐBQH và HĐND',
  'Đoàn đại biểu Quốc hội và Hội đồng nhân dân',
  'Đoàn đại biểu Quốc hội và HĐND',
  'Đoàn ĐBQH và Hội đồng nhân dân',
  'Đoàn ĐBQH, HĐND và UBND',
  'Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân',
  'Văn phòng HĐND và UBND',
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
  'Phát thanh và Truyền hình',
  'Truyền thanh và Truyền hình',
  'tiếp nhận và trả kết quả',
  'Phòng, chống',
];
