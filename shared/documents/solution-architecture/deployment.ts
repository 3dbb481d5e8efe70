import { known } from '../../design/value.ts'
import { table } from '../blocks.ts'
import type { Words } from '../blocks.ts'
import type { DocumentContext } from '../document.ts'
import { countOf, formatCount, formatShare, listWords } from '../text/numbers.ts'
import { boundaryBlocks } from '../threat-model/scope.ts'
import type { Chapter } from './chapter.ts'

/** Where it runs: places, regions, replicas, and what the peak asks of each part. */
export function deployment(context: DocumentContext): Chapter | undefined {
  const { design, graph, analysis } = context
  const boundaries = design.boundaries ?? []
  const regions = new Set(boundaries.flatMap(({ region }) => known(region) ?? []))
  const { capacity, scaling } = analysis.estimate
  const limited = capacity.components.filter(({ utilisation }) => Number.isFinite(utilisation))
  if (boundaries.length === 0 && limited.length === 0 && scaling.length === 0) return undefined
  const [fullest] = limited
  return {
    says: [
      boundaries.length === 0
        ? 'no place has been drawn'
        : `${countOf(boundaries.length, 'place')} in ${regions.size === 0 ? 'regions that nobody has named' : listWords([...regions], 3)}`,
      ...(fullest === undefined
        ? []
        : [`${graph.name(fullest.component)} is the fullest at ${formatShare(fullest.utilisation)}`]),
    ].join('; '),
    blocks: [
      ...(boundaries.length === 0 ? [] : boundaryBlocks(context)),
      ...(scaling.length === 0
        ? []
        : [
            table(
              [
                { title: 'Component', width: 2 },
                { title: 'Replicas as drawn', align: 'right' },
                { title: 'At the peak', align: 'right' },
                { title: 'Mean of a week', align: 'right' },
              ],
              scaling.map((each): readonly Words[] => [
                graph.name(each.component),
                formatCount(each.replicas),
                formatCount(each.replicasAtPeak),
                formatCount(Math.round(each.replicasMean * 10) / 10),
              ]),
              'Replicas',
            ),
          ]),
      ...(limited.length === 0
        ? []
        : [
            table(
              [
                { title: 'Component', width: 1.6 },
                { title: 'Used at the peak', align: 'right' },
                { title: 'What limits it', width: 3 },
              ],
              limited
                .slice(0, 12)
                .map(({ component, utilisation, why }): readonly Words[] => [
                  graph.name(component),
                  formatShare(utilisation),
                  why,
                ]),
              'Load at the peak hour, the fullest first',
            ),
          ]),
    ],
  }
}
