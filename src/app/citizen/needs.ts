/** What people come for, in their own words, with the guides that answer it: they know no departments. */
export interface Need {
  readonly title: string;
  readonly guides: readonly string[];
}

export const NEEDS: readonly Need[] = [
  { title: '看病、医保', guides: ['2', '3'] },
  { title: '社保、证书', guides: ['5', '4'] },
  { title: '创业、贷款', guides: ['7a', '7b'] },
  { title: '开店、办合作社', guides: ['9', '10', '1'] },
  { title: '种树、用地', guides: ['11', '8'] },
  { title: '房屋、土地登记', guides: ['13'] },
  { title: '受灾救助', guides: ['12'] },
  { title: '生育', guides: ['6'] },
];
