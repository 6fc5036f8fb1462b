const LAYERS = 60;
const SPREAD = 12;

/** A dataflow of many layers: mostly local edges, some that pass several layers. The same each time. */
export function makeGraph(nodes: number): { name: string; dependencies: string[] }[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  const width = Math.ceil(nodes / LAYERS);
  return Array.from({ length: nodes }, (_, index) => {
    const layer = Math.floor(index / width);
    const dependencies = new Set<string>();
    for (let i = 0; i < (layer > 0 ? 2 : 0); i++) {
      const back = random() < 0.8 ? 1 : Math.min(layer, 1 + Math.floor(random() * 6));
      const aside = Math.floor((random() - 0.5) * SPREAD);
      const place = Math.max(0, Math.min(width - 1, (index % width) + aside));
      dependencies.add(`n${(layer - back) * width + place}`);
    }
    return { name: `n${index}`, dependencies: [...dependencies] };
  });
}
