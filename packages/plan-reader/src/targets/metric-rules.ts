import type { Unit } from '../vocabulary';

/**
 * Which words of a clause mean which metric, in order: the first rule whose conditions all hold wins. Words are folded, without
 * punctuation, abbreviations read out (see subject-words). A condition is a choice `a|b`; it may open with
 * `!` (none of these), `@` (in the clause of the number itself, not in the wider sentence) or
 * `^` (among the words right after the number).
 */
export interface MetricRule {
  readonly metric: string;
  readonly unit: Unit;
  readonly conditions: readonly string[];
}

function percent(metric: string, ...conditions: string[]): MetricRule {
  return { metric, unit: 'PERCENT', conditions };
}

const LEGAL_DOCUMENTS = 'van ban quy pham phap luat|van ban qppl|van ban';
const PROCEDURES = 'thu tuc hanh chinh|thu tuc';
const ONLINE = 'truc tuyen|qua mang|tren mang|moi truong mang|moi truong dien tu';
const ONE_STOP_SYSTEM =
  'he thong thong tin mot cua|phan mem mot cua|mot cua dien tu|he thong thong tin giai quyet thu tuc hanh chinh|he thong mot cua';
const UNITS = 'co quan|don vi|so ban nganh|so nganh|uy ban nhan dan|cap xa|cap huyen|xa phuong|phong';

const INSTITUTION_RULES: readonly MetricRule[] = [
  percent('LEGAL_DRAFT_APPRAISAL_SHARE', 'du thao', LEGAL_DOCUMENTS, 'tham dinh|du thao van ban'),
  percent('LEGAL_DOC_FINDINGS_HANDLED', 'phat hien qua kiem tra|phat hien qua ra soat|trai phap luat', '@van ban'),
  percent(
    'LEGAL_DOC_DATABASE_SHARE',
    LEGAL_DOCUMENTS,
    'co so du lieu quoc gia ve phap luat|co so du lieu quoc gia ve van ban',
  ),
  percent(
    'LEGAL_DOC_COMPLIANCE',
    'van ban quy pham phap luat',
    'dung trinh tu|dung tham quyen|dung quy dinh|dung tien do|dung quy trinh|dung thoi gian|dung thoi han|dung the thuc|dung thu tuc',
  ),
  percent('LEGAL_DOC_REVIEW_SHARE', 'van ban quy pham phap luat', 'ra soat|he thong hoa', `!${PROCEDURES}`),
  percent('PROCEDURE_IMPACT_ASSESSMENT', 'danh gia tac dong'),
];

const SATISFACTION_RULES: readonly MetricRule[] = [
  percent('SATISFACTION_ONLINE_SERVICE', 'hai long', 'dich vu cong truc tuyen|truc tuyen'),
  percent('SATISFACTION_PUBLIC_UNIT', 'hai long', 'y te|giao duc|su nghiep cong|benh vien'),
  percent('SATISFACTION_SERVICE', 'hai long', 'su phuc vu|phuc vu cua|phuc vu hanh chinh'),
  percent(
    'SATISFACTION_PROCEDURES',
    'hai long',
    'thu tuc hanh chinh|dich vu hanh chinh cong|dich vu cong|ho so|mot cua',
  ),
  percent('SATISFACTION_SERVICE', 'hai long', '@hai long'),
];

const HANDLING_RULES: readonly MetricRule[] = [
  percent('FOUR_ON_THE_SPOT_SHARE', '4 tai cho|5 tai cho|bon tai cho|nam tai cho'),
  percent('NO_RESUBMISSION_SHARE', 'khong phai cung cap lai|khong phai nop lai|khong phai khai bao lai'),
  percent('HOTLINE_RESPONSE_SHARE', 'tong dai|duong day nong|cuoc goi', 'tra loi|phan hoi|giai dap|cuoc goi'),
  percent('COMPLAINT_HANDLING_SHARE', 'phan anh', 'kien nghi', 'tiep nhan|xu ly|tra loi|giai quyet'),
  percent('REPEAT_SUPPLEMENT_SHARE', 'ho so', 'bo sung qua|bo sung nhieu lan|bo sung 02 lan|yeu cau bo sung'),
  percent('RESULT_DIGITISATION_ANNUAL_GAIN', 'so hoa', '@moi nam tang|hang nam tang|tang them|tang binh quan'),
  percent('RESULT_DIGITISATION_SHARE', 'so hoa'),
  percent('E_PAYMENT_SHARE', 'thanh toan', 'giao dich|ho so', ONLINE),
  percent('E_PAYMENT_PROCEDURE_SHARE', 'thanh toan truc tuyen|nghia vu tai chinh|thanh toan dien tu', PROCEDURES),
  percent('E_PAYMENT_SHARE', 'thanh toan truc tuyen|thanh toan dien tu|khong dung tien mat'),
  percent('E_IDENTITY_SHARE', 'dinh danh|xac thuc dien tu'),
  percent('INTERNAL_E_TRANSFER_SHARE', 'luan chuyen', 'ho so|van ban'),
  percent('NATIONAL_PORTAL_INTEGRATION_SHARE', 'dich vu cong quoc gia', 'dich vu cong truc tuyen|tich hop'),
  percent('POSTAL_PROCEDURE_SHARE', 'buu chinh', 'phat sinh ho so|phat sinh'),
  percent('POSTAL_RESULT_SHARE', 'buu chinh', 'ket qua', '!tiep nhan|tiep nhan tra'),
  percent('POSTAL_DOSSIER_SHARE', 'buu chinh'),
];

const ONLINE_RULES: readonly MetricRule[] = [
  percent('E_ONE_STOP_SOFTWARE_COVERAGE', ONE_STOP_SYSTEM, '^don vi|co quan|so ban|uy ban nhan dan|xa phuong'),
  percent('ONLINE_SERVICE_ACTIVE_SHARE', 'truc tuyen', 'phat sinh ho so|co phat sinh'),
  percent('ONLINE_DOSSIER_SHARE', 'ho so', 'capdo34', ONLINE),
  percent('ONLINE_L3_DOSSIER_SHARE', 'ho so', 'capdo3', ONLINE),
  percent('ONLINE_L4_DOSSIER_SHARE', 'ho so', 'capdo4', ONLINE),
  percent('ONLINE_WORK_FILE_SHARE', 'ho so cong viec', '!van ban'),
  percent('PROCEDURE_ANNOUNCEMENT_TIMELINESS', PROCEDURES, 'cong bo', 'kip thoi|dung thoi gian|dung thoi han|dung han'),
  percent(
    'ON_TIME_DOSSIER_SHARE',
    'ho so|thu tuc hanh chinh',
    'dung han|truoc han|dung truoc han|dung va truoc han|dung thoi han|som han|qua han',
  ),
  percent('ISO_PROCEDURE_SHARE', 'iso|he thong quan ly chat luong', 'thu tuc hanh chinh', 'quy trinh hoa|quy trinh'),
  percent('PROGRESS_PUBLICATION_COVERAGE', 'cong khai tien do|cong khai ket qua giai quyet'),
  percent('E_ONE_STOP_DOSSIER_SHARE', 'ho so', ONE_STOP_SYSTEM, '!co che mot cua'),
  percent('ONE_STOP_COVERAGE', `${PROCEDURES}|ho so`, 'co che mot cua|mot cua lien thong|theo mot cua'),
  percent(
    'PROCEDURE_TIME_REDUCTION_SHARE',
    'cat giam|rut ngan|giam',
    'thoi gian giai quyet|thoi han giai quyet|thoi gian thuc hien',
  ),
  percent('ONLINE_SERVICE_L3_L4_SHARE', 'capdo34'),
  percent('ONLINE_SERVICE_L3_SHARE', 'capdo3'),
  percent('ONLINE_SERVICE_L4_SHARE', 'capdo4'),
  percent('ONLINE_SERVICE_L2_SHARE', 'capdo2'),
  percent('ONLINE_DOSSIER_SHARE', 'ho so', ONLINE),
  percent('ONLINE_DOSSIER_SHARE', 'dich vu cong truc tuyen', 'thuc hien qua mang|nop qua mang'),
  percent('PROCEDURE_PUBLICITY_SHARE', 'thu tuc hanh chinh', 'cong khai|niem yet|chuan hoa'),
  percent('E_ONE_STOP_SOFTWARE_COVERAGE', ONE_STOP_SYSTEM, UNITS, '!thu tuc hanh chinh|ho so'),
  percent(
    'ONE_STOP_UNIT_COVERAGE',
    'bo phan tiep nhan|bo phan mot cua|trung tam phuc vu hanh chinh cong|trung tam hanh chinh cong|mot cua',
    UNITS,
    '!thu tuc hanh chinh',
  ),
];

const SYSTEM_RULES: readonly MetricRule[] = [
  percent('LAN_COVERAGE', 'mang noi bo|mang lan|mang thong tin noi bo|mang wan|mang dien rong'),
  percent('LEADER_MOBILE_APP_SHARE', 'may tinh bang|thiet bi di dong', 'lanh dao|thu truong'),
  percent('COMPUTER_COVERAGE', 'may tinh', '!may tinh bang'),
  percent('EMAIL_USE_SHARE', 'thu dien tu'),
  percent('ELECTRONIC_DOCUMENT_SHARE', 'van ban', 'trao doi|gui nhan', 'dien tu|moi truong mang|qua mang'),
  percent('DIGITAL_SIGNATURE_SHARE', 'chu ky so|ky so'),
  percent('DOC_SYSTEM_PROCESSING_SHARE', 'van ban di|van ban den|di den', 'phan mem|he thong'),
  percent('DOC_SYSTEM_COVERAGE', 'phan mem quan ly|he thong quan ly van ban|truc lien thong|lien thong van ban', UNITS),
  percent('ELECTRONIC_DOCUMENT_SHARE', 'van ban', 'dien tu|moi truong mang'),
  percent(
    'SPECIALISED_SYSTEM_COVERAGE',
    'he thong thong tin chuyen nganh|phan mem chuyen nganh|co so du lieu chuyen nganh',
  ),
  percent('DIGITAL_INSPECTION_SHARE', 'kiem tra|thanh tra', 'moi truong so|he thong thong tin'),
  percent('DIGITAL_REPORT_SHARE', 'bao cao', 'he thong thong tin bao cao|moi truong mang|truc tuyen|moi truong so'),
  percent('ISO_COVERAGE', 'iso|he thong quan ly chat luong'),
];

const ORGANISATION_RULES: readonly MetricRule[] = [
  percent('PSU_SPENDING_REDUCTION_SHARE', 'giam chi|giam chi truc tiep|giam muc chi'),
  percent('PSU_STAFF_REDUCTION_SHARE', 'bien che su nghiep|bien che vien chuc', '!bien che cong chuc'),
  percent('STAFF_REDUCTION_SHARE', 'bien che', 'giam|tinh gian'),
  percent('PSU_AUTONOMY_SHARE', 'don vi', 'tu chu|tu bao dam|tu dam bao'),
  percent('PSU_REDUCTION_SHARE', 'giam', 'don vi su nghiep'),
  percent(
    'INSPECTION_FINDINGS_HANDLED',
    'phat hien qua kiem tra|phat hien qua thanh tra|van de phat hien|ton tai han che',
  ),
  percent('UNIT_PERFORMANCE_SHARE', 'hoan thanh tot nhiem vu|hoan thanh xuat sac'),
  percent('JOB_POSITION_PLACEMENT', 'vi tri viec lam'),
  percent('TRAINING_PLAN_COMPLETION', 'ke hoach dao tao|ke hoach boi duong'),
  percent('COMMUNE_STAFF_QUALIFIED_SHARE', 'cap xa|xa phuong', 'dat chuan|trinh do|chuan hoa', 'can bo|cong chuc'),
  percent('LEADER_TRAINING_SHARE', 'lanh dao|quan ly', 'boi duong|dao tao|chung chi'),
  percent('DISCIPLINED_STAFF_SHARE', 'ky luat', 'can bo|cong chuc', 'bi xu ly|bi ky luat|vi pham'),
  percent('DISBURSEMENT_SHARE', 'giai ngan'),
  percent('BUDGET_REVENUE_EXCESS_SHARE', 'thu ngan sach|chi tieu', 'vuot'),
  percent('AUDIT_RECOMMENDATION_SHARE', 'kien nghi|ket luan', 'thanh tra|kiem toan'),
];

const STEERING_RULES: readonly MetricRule[] = [
  percent('SELF_INSPECTION_COVERAGE', 'tu kiem tra'),
  percent('TRAINING_COVERAGE', 'tap huan|boi duong nghiep vu', 'cai cach hanh chinh|cong chuc|don vi|uy ban nhan dan'),
  percent('PLAN_COMPLETION_SHARE', 'hoan thanh', 'nhiem vu|muc tieu', 'cai cach hanh chinh'),
  percent('INSPECTION_COVERAGE', 'kiem tra|thanh tra', 'cai cach hanh chinh|cong vu|ky luat ky cuong'),
  percent('PLAN_COVERAGE', 'ke hoach', 'cai cach hanh chinh', 'ban hanh|xay dung|trien khai'),
  percent('PAR_INDEX_SCORE', 'par index|chi so cai cach hanh chinh'),
];

function of(unit: Unit, metric: string, ...conditions: string[]): MetricRule {
  return { metric, unit, conditions };
}

const PAR_INDEX = 'par index|chi so cai cach hanh chinh|cai cach hanh chinh';

const RANK_RULES: readonly MetricRule[] = [
  of('RANK', 'PAPI_RANK', 'papi|hieu qua quan tri'),
  of('RANK', 'PCI_RANK', 'pci|nang luc canh tranh'),
  of('RANK', 'SIPAS_RANK', 'sipas|hai long'),
  of('RANK', 'ICT_INDEX_RANK', 'ict|san sang cho phat trien|ung dung cong nghe thong tin'),
  of(
    'RANK',
    'PAR_INDEX_INTERNAL_RANK',
    PAR_INDEX,
    '@cua so|cua huyen|so nganh|trong tinh|cac so',
    '!ca nuoc|toan quoc',
  ),
  of('RANK', 'PAR_INDEX_RANK', PAR_INDEX),
  of('RANK_STEP', 'PAPI_RANK_GAIN', 'papi|hieu qua quan tri'),
  of('RANK_STEP', 'SIPAS_RANK_GAIN', 'sipas|hai long'),
  of('RANK_STEP', 'PCI_RANK_GAIN', 'pci|nang luc canh tranh'),
  of('RANK_STEP', 'ICT_INDEX_RANK_GAIN', 'ict|ung dung cong nghe thong tin'),
  of('RANK_STEP', 'PAR_INDEX_RANK_GAIN', PAR_INDEX),
  of('SCORE', 'PAR_INDEX_SCORE', 'par index|chi so cai cach hanh chinh'),
];

const COUNT_RULES: readonly MetricRule[] = [
  of('DAYS', 'PROCEDURE_PUBLICATION_DAYS', 'thu tuc hanh chinh', 'co so du lieu quoc gia|dang tai|nhap'),
  of('COUNT', 'DEPUTY_HEADS_MAX', 'cap pho', '^nguoi'),
  of(
    'COUNT',
    'MODERN_ONE_STOP_COMMUNE_COUNT',
    'tiep nhan va tra ket qua|mot cua',
    'hien dai',
    '^don vi cap xa|xa|phuong|don vi',
  ),
  of('COUNT', 'ISO_UNIT_COUNT', 'iso|he thong quan ly chat luong', '^xa|phuong|thi tran|huyen|don vi|co quan|so'),
  of('COUNT', 'SHARED_SOFTWARE_COUNT', '^phan mem', 'dung chung'),
  of('COUNT', 'SHARED_DATABASE_COUNT', '^co so du lieu'),
  of('COUNT', 'INITIATIVE_COUNT', '^sang kien|mo hinh|giai phap', 'sang kien|cai cach hanh chinh'),
  of('COUNT', 'POSTAL_POINT_COUNT', '^diem buu dien|buu dien|diem phuc vu|xa', 'buu dien|buu chinh', 'tiep nhan'),
  of('COUNT', 'PROCEDURE_SIMPLIFIED_COUNT', '^thu tuc', 'don gian hoa'),
  of('COUNT', 'DIALOGUE_COUNT', '^lan|cuoc|buoi|hoi nghi', 'doi thoai'),
  of('COUNT', 'PSU_AUTONOMY_COUNT', '^don vi', 'tu chu|tu bao dam|tu dam bao'),
  of('COUNT', 'PSU_REDUCTION_COUNT', '^don vi su nghiep', '@giam'),
  of('COUNT', 'INSPECTION_COUNT', '^co quan|don vi|so|huyen|xa', '@kiem tra', 'cai cach hanh chinh'),
];

/** Every rule, in the order they are tried. */
export const METRIC_RULES: readonly MetricRule[] = [
  ...INSTITUTION_RULES,
  ...SATISFACTION_RULES,
  ...HANDLING_RULES,
  ...ONLINE_RULES,
  ...SYSTEM_RULES,
  ...ORGANISATION_RULES,
  ...STEERING_RULES,
  ...RANK_RULES,
  ...COUNT_RULES,
];
