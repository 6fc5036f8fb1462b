import { at } from "./adjacency";

/**
 * Places the members of a row as near to where they wish to be as their order and distances allow: the
 * least sum of weighted squares, found exactly by pooling adjacent violators (isotonic regression;
 * Ayer et al., Annals of Mathematical Statistics 26, 1955).
 *
 * @param wish where the centre of each member would like to be
 * @param weight how much each member insists
 * @param distance least distance of member `i` from member `i - 1`, centre to centre
 */
export function spread(wish: Float64Array, weight: Float64Array, distance: Float64Array): Float64Array {
  const size = wish.length;
  const offset = new Float64Array(size);
  for (let i = 1; i < size; i++) offset[i] = at(offset, i - 1) + at(distance, i);
  const mean = new Float64Array(size);
  const mass = new Float64Array(size);
  const end = new Int32Array(size);
  let blocks = 0;
  for (let i = 0; i < size; i++) {
    mean[blocks] = at(wish, i) - at(offset, i);
    mass[blocks] = at(weight, i);
    end[blocks] = i + 1;
    blocks++;
    while (blocks > 1 && at(mean, blocks - 2) > at(mean, blocks - 1)) {
      const [a, b] = [blocks - 2, blocks - 1];
      const joined = at(mass, a) + at(mass, b);
      mean[a] = (at(mean, a) * at(mass, a) + at(mean, b) * at(mass, b)) / joined;
      mass[a] = joined;
      end[a] = at(end, b);
      blocks--;
    }
  }
  const placed = new Float64Array(size);
  for (let block = 0, i = 0; block < blocks; block++) {
    for (; i < at(end, block); i++) placed[i] = at(mean, block) + at(offset, i);
  }
  return placed;
}
