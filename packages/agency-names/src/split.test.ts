import { splitAgencyNames } from './split';

describe('splitAgencyNames', () => {
  it.each([
    ['Sở Nội vụ', ['Sở Nội vụ']],
    ['Các Sở: TT & TT, Nội vụ', ['Sở TT & TT', 'Sở Nội vụ']],
    [
      'Các Sở: TT & TT, Nội vụ, Tư pháp, VP UBND tỉnh và đơn vị, địa phương liên quan',
      ['Sở TT & TT', 'Sở Nội vụ', 'Sở Tư pháp', 'VP UBND tỉnh', 'đơn vị, địa phương liên quan'],
    ],
    ['UBND cấp huyện, cấp xã', ['UBND cấp huyện', 'UBND cấp xã']],
    ['HĐND, UBND cấp huyện', ['HĐND cấp huyện', 'UBND cấp huyện']],
    ['HĐND và UBND các cấp', ['HĐND các cấp', 'UBND các cấp']],
    ['HĐND, UBND cấp huyện, cấp xã', ['HĐND cấp huyện', 'UBND cấp huyện', 'HĐND cấp xã', 'UBND cấp xã']],
    ['Mời MTTQVN tỉnh', ['MTTQVN tỉnh']],
    ['Các sở, ban, ngành', ['Các sở, ban, ngành']],
    ['Các sở, ban ngành', ['Các sở, ban ngành']],
    [
      'Các sở, ban, ngành cấp tỉnh, UBND cấp huyện, cấp xã',
      ['Các sở, ban, ngành cấp tỉnh', 'UBND cấp huyện', 'UBND cấp xã'],
    ],
    ['Các sở, ban, ngành, UBND các cấp', ['Các sở, ban, ngành', 'UBND các cấp']],
    [
      'Các sở, ban, ngành tỉnh, UBND cấp huyện, các đơn vị sự nghiệp',
      ['Các sở, ban, ngành tỉnh', 'UBND cấp huyện', 'các đơn vị sự nghiệp'],
    ],
    ['Các Sở, Ban, Ngành cấp tỉnh', ['Các Sở, Ban, Ngành cấp tỉnh']],
    ['UBND các huyện, thị xã, thành phố Huế', ['UBND các huyện, thị xã, thành phố Huế']],
    ['UBND các huyện, thị xã và thành phố', ['UBND các huyện, thị xã và thành phố']],
    ['UBND các xã, phường, thị trấn', ['UBND các xã, phường, thị trấn']],
    ['UBND huyện, thành phố', ['UBND huyện, thành phố']],
    ['Các cơ quan liên quan, UBND cấp huyện', ['Các cơ quan liên quan', 'UBND cấp huyện']],
    ['Các cơ quan, địa phương trong tỉnh', ['Các cơ quan, địa phương trong tỉnh']],
    ['các cơ quan, đơn vị có liên quan', ['các cơ quan, đơn vị có liên quan']],
    ['Sở Thông tin và Truyền thông', ['Sở Thông tin và Truyền thông']],
    ['Sở Lao động - Thương binh và Xã hội', ['Sở Lao động - Thương binh và Xã hội']],
    ['Sở Lao động, Thương binh và Xã hội', ['Sở Lao động, Thương binh và Xã hội']],
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', ['Văn phòng Đoàn ĐBQH và HĐND tỉnh']],
    [
      'Sở Văn hóa, Thể thao và Du lịch, Sở Kế hoạch và Đầu tư và Sở Nội vụ',
      ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Kế hoạch và Đầu tư', 'Sở Nội vụ'],
    ],
    ['Sở Nội vụ, Tài chính, Kế hoạch và Đầu tư', ['Sở Nội vụ', 'Sở Tài chính', 'Sở Kế hoạch và Đầu tư']],
    ['Các Sở Nội vụ và Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['Chi cục Chăn nuôi và Thú y', ['Chi cục Chăn nuôi và Thú y']],
    ['Văn phòng UBND tỉnh, Sở KH&CN, Sở Nội vụ', ['Văn phòng UBND tỉnh', 'Sở KH&CN', 'Sở Nội vụ']],
    ['Sở VH,TT&DL, Sở LĐ-TB&XH', ['Sở VH,TT&DL', 'Sở LĐ-TB&XH']],
    [
      'Báo Hưng Yên, Đài Phát thanh và Truyền hình Hưng Yên; các sở, ban, ngành; UBND cấp huyện',
      ['Báo Hưng Yên', 'Đài Phát thanh và Truyền hình Hưng Yên', 'các sở, ban, ngành', 'UBND cấp huyện'],
    ],
    ['Đơn vị tư vấn, Chi cục TCDLCL', ['Đơn vị tư vấn', 'Chi cục TCDLCL']],
    ['- Sở Nội vụ;\n- Các sở, ban, ngành tỉnh.', ['Sở Nội vụ', 'Các sở, ban, ngành tỉnh']],
    ['Sở Nội vụ (chủ trì), Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['Sở Nội vụ chủ trì, phối hợp với Sở Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['Sở Thông tin\nvà Truyền thông', ['Sở Thông tin và Truyền thông']],
    [
      "Ủy ban nhân dân các huyện, thành phố: Đăk Hà, Ia H'Drai, TP. Kon Tum",
      ['Ủy ban nhân dân huyện Đăk Hà', "Ủy ban nhân dân huyện Ia H'Drai", 'Ủy ban nhân dân TP. Kon Tum'],
    ],
    ['các sở, ngành, UBND cấp huyện; Sở Y tế làm đầu mối', ['các sở, ngành', 'UBND cấp huyện', 'Sở Y tế']],
    ['trách nhiệm chung của các sở, ngành', ['các sở, ngành']],
    [
      'Văn phòng UBND tỉnh chịu trách nhiệm về cổng của tỉnh. Ban Dân tộc, Sở Tư pháp',
      ['Văn phòng UBND tỉnh', 'Ban Dân tộc', 'Sở Tư pháp'],
    ],
    [
      '<p>Văn phòng UBND tỉnh</p> <p>Các sở, ngành; UBND cấp huyện</p>',
      ['Văn phòng UBND tỉnh', 'Các sở, ngành', 'UBND cấp huyện'],
    ],
    ['', []],
    [' ; , và', []],
  ])('splits %j', (cell, expected) => {
    expect(splitAgencyNames(cell)).toEqual(expected);
  });
});
