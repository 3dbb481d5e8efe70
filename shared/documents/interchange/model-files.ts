import { takenIds } from '../../design/collections.ts'
import type { Design } from '../../design/design.ts'
import { removeStrokes } from '../../design/edit/index.ts'
import { isPlainObject } from '../../design/same-json.ts'
import { soundDesign } from '../../design/sound.ts'
import { permissiveVocabulary } from '../../design/vocabulary.ts'
import { formats } from '../../interchange/index.ts'
import { acceptedIn, acceptedSentence } from '../accepted.ts'
import { paragraph } from '../blocks.ts'
import { defineDocument } from '../document.ts'
import type { DocumentContext, DocumentDefinition } from '../document.ts'
import { slugOf } from '../text/file-name.ts'
import { derivedThreats, standingsOf } from './outgoing-threats.ts'

/** The design as a model of Threat Dragon 2; what the format has no place for travels along. */
export const threatDragonFile = modelFile('threat-dragon', {
  title: 'Threat Dragon model',
  summary: 'The drawing with its threats as a model of OWASP Threat Dragon 2, which imports here again without loss.',
  formats: ['json'],
})

/** The design as an Open Threat Model. */
export const openThreatModelFile = modelFile('otm', {
  title: 'Open Threat Model',
  summary: 'The drawing with its threats as Open Threat Model 0.2.0, which imports here again without loss.',
  formats: ['json', 'yaml'],
})

function modelFile(
  id: string,
  { title, summary, formats: written }: Pick<DocumentDefinition, 'title' | 'summary' | 'formats'>,
): DocumentDefinition {
  return defineDocument({
    id,
    title,
    reader: 'security',
    summary,
    formats: written,
    carriesDesign: true,
    fileName: ({ design }) => `${slugOf(design.name)}-${id}`,
    build: (context) => {
      const write = formats.find((format) => format.id === id)?.write
      if (write === undefined) throw new Error(`The format "${id}" cannot be written.`)
      const { authors, date } = context
      const design = portable(context)
      const threats = derivedThreats(context)
      const accepted = acceptedIn(context).map((waiver) => acceptedSentence(waiver, context))
      const blocks = [
        paragraph(`${design.components?.length ?? 0} components and ${threats.length} threats that rules found.`),
      ]
      return {
        id,
        title: `${title} of ${design.name}`,
        authors,
        date,
        blocks,
        footer: '',
        data: {
          ...write(design, threats, standingsOf(design, context)),
          ...(accepted.length === 0 ? {} : { accepted }),
        },
      }
    },
  })
}

/**
 * The design as it is shown: a variant that is shown has become the drawing, so the variants stay behind. Where something
 * internal was taken out, so do variants and what was frozen, which may speak of it, and references that lead nowhere.
 * What was drawn over it with a pen in a workshop stays behind as well.
 */
function portable({ design, isWithheld }: DocumentContext): Design {
  const { baselines = [], ...rest } = design
  const clean = isWithheld === true ? [] : baselines.filter(({ frozen }) => !holdsInternal(frozen))
  const whole: Design = { ...rest, ...(clean.length === 0 ? {} : { baselines: clean }) }
  if (design.shown === undefined && isWithheld === undefined) return removeStrokes(whole)
  const { shown: _shown, variants: _variants, ...drawn } = removeStrokes(whole)
  return soundDesign(isWithheld === true ? withoutTraces(drawn) : drawn, permissiveVocabulary)
}

/** What may still name something that was taken out: decisions about it, its place, what a file called it, and reviews. */
function withoutTraces({ reviews: _reviews, treatments = [], views = [], ...design }: Design): Design {
  const known = takenIds({ ...design, treatments, views })
  const kept = <T>(byId: Readonly<Record<string, T>> = {}): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(byId).filter(([id]) => known.has(id)))
  return {
    ...design,
    treatments: treatments.filter(({ on }) => on.every((id) => known.has(id))),
    views: views.map(({ slides: _slides, x: _words, only, hide, ...view }) => ({
      ...view,
      ...(only === undefined ? {} : { only: only.filter((id) => known.has(id)) }),
      ...(hide === undefined ? {} : { hide: hide.filter((id) => known.has(id)) }),
      places: kept(view.places),
      routes: kept(view.routes),
    })),
  }
}

function holdsInternal(json: unknown): boolean {
  if (Array.isArray(json)) return json.some((each) => holdsInternal(each))
  if (!isPlainObject(json)) return false
  return json['internal'] === true || Object.values(json).some((each) => holdsInternal(each))
}
