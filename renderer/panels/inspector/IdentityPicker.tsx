import { useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Component, Design, Id, Identity, Value } from '../../../shared/design/design.ts'
import { identityFields } from '../../../shared/kinds/fields/element-fields.ts'
import { Choice, FieldRow, NameField } from '../../ui/index.ts'
import { changeElement, freshId, withField } from '../edits.ts'
import { removeFromDesign } from '../remove.ts'
import { designStore, editDesign, useDesign } from '../stores.ts'
import { useWantedFocus } from '../use-wanted.ts'
import { addIdentity, identityFor, unusedIdentities } from './identity-edits.ts'
import { ValueField } from './ValueField.tsx'

const none: readonly Identity[] = []
/** No id of a design has a blank in it. */
const another = 'new identity'
const toDelete = 'delete '

interface IdentityPickerProps {
  readonly value: Id | undefined
  /** Offers to pass the asking user's identity on. */
  readonly caller?: boolean
  /** It is of several, which differ. */
  readonly mixed?: boolean
  /** Whose calls run as it: a new identity is called after that box. */
  readonly of?: Component | undefined
  /** Somebody asked for this field: it comes into view and takes the focus. */
  readonly wanted?: boolean
  /** What the inspected runs as from now on; undefined: not stated. */
  readonly change: (design: Design, as: Id | undefined) => Design
}

/** Whom calls run as: one of the identities of the design or a new one, and what is known of it. */
export function IdentityPicker({ value, caller, mixed = false, of, wanted, change }: IdentityPickerProps) {
  const place = useRef<HTMLDivElement>(null)
  useWantedFocus(place, wanted)
  const identities = useDesign((design) => design.identities) ?? none
  const unused = useDesign(useShallow((design: Design) => unusedIdentities(design, designStore.getState().document)))
  const chosen = identities.find(({ id }) => id === value)
  const use = (as: Id | undefined) => editDesign('Change the identity', (design) => change(design, as))
  const pick = (next: string) => {
    const gone = unused.find(({ id }) => next === `${toDelete}${id}`)
    if (gone !== undefined) removeFromDesign(gone.id, gone.name)
    else if (next === another) add()
    else use(next)
  }
  const add = () => {
    const identity = identityFor(of, freshId(designStore.getState().document, 'identity'))
    editDesign('Add an identity', (design) => addIdentity(design, identity, change))
  }
  return (
    <>
      <div ref={place} data-wanted={wanted}>
        <FieldRow
          label="Runs as"
          note={caller === true && value === 'caller' ? 'The asking user’s identity is passed on.' : undefined}
        >
          {(id) => (
            <Choice
              id={id}
              value={value}
              options={[
                ...(caller === true ? [{ value: 'caller', label: 'The caller’s identity' }] : []),
                ...identities.map((identity) => ({ value: identity.id, label: identity.name })),
                { value: another, label: 'New identity…' },
                ...unused.map(({ id: gone, name }) => ({
                  value: `${toDelete}${gone}`,
                  label: `Delete “${name}”`,
                  hint: 'nothing runs as it',
                })),
              ]}
              placeholder={mixed ? 'mixed' : 'Not stated'}
              onChange={pick}
              onClear={() => use(undefined)}
            />
          )}
        </FieldRow>
      </div>
      {chosen === undefined ? null : <IdentityFields key={chosen.id} identity={chosen} />}
    </>
  )
}

/** What is known of an identity: an edit holds wherever it is used. */
function IdentityFields({ identity }: { readonly identity: Identity }) {
  const edit = (label: string, next: (one: Identity) => Identity) =>
    editDesign(label, (design) => changeElement(design, 'identities', identity.id, next))
  return (
    <>
      <FieldRow label="Called" help="The name of this identity, wherever it is used">
        {(id) => (
          <NameField
            id={id}
            quiet={false}
            value={identity.name}
            onCommit={(name) => edit('Rename an identity', (one) => ({ ...one, name }))}
          />
        )}
      </FieldRow>
      <ValueField
        field={identityFields.type}
        value={identity.type}
        onChange={(value: Value | undefined) =>
          edit('Change whose identity it is', (one) => ({
            ...one,
            type: (value ?? { unknown: true }) as Identity['type'],
          }))
        }
      />
      <ValueField
        field={identityFields.credential}
        value={identity.credential}
        onChange={(value: Value | undefined) =>
          edit('Change how long the credential lives', (one) =>
            withField(one, 'credential', value as Identity['credential']),
          )
        }
      />
    </>
  )
}
