import { canonicalAgencyName } from './canonical';

describe('canonicalAgencyName', () => {
  it.each([
    ['Sở TT & TT', 'Sở Thông tin và Truyền thông'],
    ['Sở TT&TT', 'Sở Thông tin và Truyền thông'],
    ['Sở LĐTBXH', 'Sở Lao động - Thương binh và Xã hội'],
    ['Sở LĐ-TB&XH', 'Sở Lao động - Thương binh và Xã hội'],
    ['Sở Lao động – Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội'],
    ['Sở Lao động, Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội'],
    ['Sở Khoa học Công nghệ', 'Sở Khoa học và Công nghệ'],
    ['Sở KH&CN', 'Sở Khoa học và Công nghệ'],
    ['Sở VH,TT&DL', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Bộ TT&TT', 'Bộ Thông tin và Truyền thông'],
    ['UBND tỉnh', 'Ủy ban nhân dân tỉnh'],
    ['Uỷ ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh'],
    ['Ủy ban nhân dân tỉnh Tuyên Quang', 'Ủy ban nhân dân tỉnh'],
    ['UBND thành phố Hà Nội', 'Ủy ban nhân dân thành phố'],
    ['VP UBND tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'],
    ['Văn phòng UBND tỉnh', 'Văn phòng Ủy ban nhân dân tỉnh'],
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', 'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh'],
    ['Sở Nội vụ tỉnh Kon Tum', 'Sở Nội vụ'],
    ['Sở Nội vụ tỉnh', 'Sở Nội vụ'],
    ['Ban Dân tộc tỉnh', 'Ban Dân tộc'],
    ['MTTQVN tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    ['Ủy ban MTTQ Việt Nam tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh'],
    ['Đài PT&TH tỉnh', 'Đài Phát thanh và Truyền hình tỉnh'],
    ['Đài Phát thanh - Truyền hình tỉnh', 'Đài Phát thanh và Truyền hình tỉnh'],
    ['Đài Phát thanh và Truyền hình Hưng Yên', 'Đài Phát thanh và Truyền hình tỉnh'],
    ['Báo Kon Tum', 'Báo Kon Tum'],
    ['Ủy ban nhân dân TP. Kon Tum', 'Ủy ban nhân dân thành phố Kon Tum'],
    ["UBND huyện Ia H'Drai", "Ủy ban nhân dân huyện Ia H'Drai"],
    ['các sở, ngành', 'Các sở, ban, ngành cấp tỉnh'],
    ['Các sở, ban ngành', 'Các sở, ban, ngành cấp tỉnh'],
    ['UBND các huyện, thị xã, thành phố Huế', 'Ủy ban nhân dân cấp huyện'],
    ['UBND các xã, phường, thị trấn', 'Ủy ban nhân dân cấp xã'],
    ['các đoàn thể chính trị xã hội', 'Các đoàn thể chính trị - xã hội tỉnh'],
    ['các cơ quan, đơn vị có liên quan', 'Các cơ quan, đơn vị liên quan'],
    ['Chi cục TCĐLCL', 'Chi cục Tiêu chuẩn Đo lường Chất lượng'],
    ['Tỉnh uỷ', 'Tỉnh ủy'],
    ['Cục Thuế tỉnh', 'Cục Thuế tỉnh'],
  ])('files %j under %j', (printed, canonical) => {
    expect(canonicalAgencyName(printed)).toBe(canonical);
    expect(canonicalAgencyName(canonical)).toBe(canonical);
  });
});
