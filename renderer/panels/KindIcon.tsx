import { findKind } from '../../shared/kinds/index.ts'
import { Icon } from '../ui/index.ts'

/** A kind's icon in the colour of its family; `tile` puts it on the family's tint. */
export function KindIcon({
  kind,
  size = 16,
  tile,
}: {
  readonly kind: string
  readonly size?: number
  readonly tile?: boolean
}) {
  const { icon, family } = findKind(kind)
  return (
    <span className={tile === true ? 'kind-icon kind-icon-tile' : 'kind-icon'} data-family={family}>
      <Icon name={icon} size={size} />
    </span>
  )
}
