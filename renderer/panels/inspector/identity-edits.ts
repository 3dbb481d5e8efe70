import type { Component, Design, Id, Identity } from '../../../shared/design/design.ts'
import { variantsThatMention } from '../../../shared/design/edit/index.ts'
import { findKind } from '../../../shared/kinds/index.ts'
import { addElement } from '../edits.ts'

/** An identity for the calls of a box, to be named otherwise: an agent has one of its own, all else is a service. */
export function identityFor(box: Pick<Component, 'kind' | 'name'> | undefined, id: Id): Identity {
  const isAgent = box !== undefined && findKind(box.kind).traits.includes('plans-actions')
  return { id, name: box === undefined ? 'New identity' : `${box.name} account`, type: isAgent ? 'agent' : 'service' }
}

/** The design with one more identity, as which `use` has something run. */
export function addIdentity(design: Design, identity: Identity, use: (design: Design, as: Id) => Design): Design {
  return use(addElement(design, 'identities', identity), identity.id)
}

/**
 * Identities as which nothing runs any more: not in what is drawn, nor, where that is the base, in an option.
 * @param design as it is shown
 * @param document with its options
 */
export function unusedIdentities(design: Design, document: Design): readonly Identity[] {
  const used = new Set([...(design.components ?? []), ...(design.flows ?? [])].map((one) => one.as))
  const isInOption = ({ id }: Identity): boolean =>
    document.shown === undefined && variantsThatMention(document, [id]).length > 0
  return (design.identities ?? []).filter((one) => !used.has(one.id) && !isInOption(one))
}
