import type { XmlElement } from '../../../../xml/xml-tree.ts'
import { findAll, findChild } from '../../../../xml/xml-tree.ts'
import type { ChosenLayout } from './choose-layouts.ts'
import { holderOnMaster } from './choose-layouts.ts'
import type { DeckMaster, Placeholder } from './deck-template.ts'
import { hasTextStyles } from './deck-template.ts'

/** How the words of a placeholder look, as far as no style says it: such words are given it one by one. */
export interface HolderLook {
  /** Points. */
  readonly size?: number
  /** `a:solidFill` */
  readonly fill?: XmlElement
  /** `l`, `ctr`, `r` */
  readonly align?: string
}

/** The look of a placeholder's sample words, or of those of the same kind on the master; nothing where styles say it. */
export function lookOfHolder({ master }: ChosenLayout, holder: Placeholder): HolderLook {
  if (hasTextStyles(master)) return {}
  const [own, general] = [lookOfWords(holder.shape), lookOfWords(holderOnMaster(master, holder.type)?.shape)]
  return { ...general, ...own }
}

/** The look of what stands on a master beside its placeholders: that of its body. */
export function lookOfMaster(master: DeckMaster): HolderLook {
  return hasTextStyles(master) ? {} : lookOfWords(holderOnMaster(master, 'body')?.shape)
}

function lookOfWords(shape: XmlElement | undefined): HolderLook {
  const first = findChild(shape, 'p:txBody', 'a:p')
  if (first === undefined) return {}
  const run = findAll(first, 'a:rPr', 'a:endParaRPr').find((each) => findChild(each, 'a:solidFill') !== undefined)
  const size = Number(run?.attributes.get('sz')) / 100
  const fill = findChild(run, 'a:solidFill')
  const align = findChild(first, 'a:pPr')?.attributes.get('algn')
  return {
    ...(size > 0 ? { size } : {}),
    ...(fill === undefined ? {} : { fill }),
    ...(align === undefined || !/^(?:l|ctr|r)$/.test(align) ? {} : { align }),
  }
}
