/** Who asks: what they may see of the bench's documents, and the subject of their token. */
export const viewers = [
  ['most', 'sample:ghana'],
  ['few', 'sample:admin'],
  ['only old ones', 'bench:newcomer'],
];
