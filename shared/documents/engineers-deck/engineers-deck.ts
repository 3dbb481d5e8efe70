import { askSlide } from '../deck/ask-slide.ts'
import { costSlide } from '../deck/cost-slide.ts'
import { estimateNote } from '../deck/figures.ts'
import { pathSlide } from '../deck/path-slide.ts'
import { pictureSlide } from '../deck/picture-slide.ts'
import { questionSlide } from '../deck/question-slide.ts'
import { speedSlide } from '../deck/speed-slide.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext } from '../document.ts'
import type { Slide } from '../outline.ts'
import { slugOf } from '../text/file-name.ts'
import { listWords } from '../text/numbers.ts'
import { dataSlide, requirementSlide } from './content-slides.ts'
import { modelSlide } from './model-slide.ts'
import { evaluationSlide, failureSlide, findingSlide, releaseSlide } from './operation-slides.ts'
import { flowSlide, runtimeSlide } from './runtime-slides.ts'

const slides: readonly { readonly about: string; readonly write: (context: DocumentContext) => Slide | undefined }[] = [
  { about: 'the ask', write: askSlide },
  { about: 'requirements', write: requirementSlide },
  { about: 'the picture', write: pictureSlide },
  { about: 'data flows', write: flowSlide },
  { about: 'runtime', write: runtimeSlide },
  { about: 'data', write: dataSlide },
  { about: 'models', write: modelSlide },
  { about: 'latency', write: speedSlide },
  { about: 'cost', write: costSlide },
  { about: 'attack paths', write: pathSlide },
  { about: 'evaluation', write: evaluationSlide },
  { about: 'release and rollback', write: releaseSlide },
  { about: 'failure modes', write: failureSlide },
  { about: 'open findings', write: findingSlide },
  { about: 'next steps', write: questionSlide },
]

/** Fourteen slides for who builds it, after the ask; one that nothing is stated for is dropped, and the last says so. */
export const engineersDeck = defineDocument({
  id: 'engineers-deck',
  title: 'Deck for engineers',
  summary:
    'Requirements, data flows, runtime, models, latency, cost, attack paths, evaluation, release, failures, open points.',
  formats: ['pptx', 'html', 'markdown'],
  fileName: ({ design }) => `${slugOf(design.name)}-engineers-deck`,
  build: (context) => {
    const { design, authors, date } = context
    const written = slides.map(({ about, write }) => ({ about, slide: write(context) }))
    const dropped = written.filter(({ slide }) => slide === undefined).map(({ about }) => about)
    const blocks = written.flatMap(({ about, slide }) => (slide === undefined ? [] : [{ ...slide, id: slugOf(about) }]))
    const last = blocks.at(-1)
    const said =
      dropped.length === 0 || last === undefined
        ? blocks
        : [
            ...blocks.slice(0, -1),
            {
              ...last,
              footnote:
                `${last.footnote ?? ''} Left out, since there is nothing to show: ${listWords(dropped)}.`.trim(),
            },
          ]
    return {
      id: 'engineers-deck',
      title: design.name,
      ...(design.client === undefined ? {} : { client: design.client }),
      authors,
      date,
      blocks: said,
      dropped,
      footer: estimateNote(context),
    }
  },
})
