import { describe, expect, it } from 'vitest'
import { kinds, products } from '../../../shared/kinds/index.ts'
import { icons } from '../../ui/icons.ts'
import { families, searchCatalogue, searchKinds } from './search-kinds.ts'

describe('the palette', () => {
  it('has a place for every kind', () => {
    const known = families.map(({ family }) => family)
    expect(kinds.filter((kind) => !known.includes(kind.family))).toEqual([])
  })
  it('has a drawing for every kind', () => {
    expect(kinds.filter((kind) => !Object.hasOwn(icons, kind.icon)).map((kind) => kind.icon)).toEqual([])
  })
  it('finds every kind by its title', () => {
    for (const kind of kinds) expect(searchKinds(kinds, kind.title)[0]?.title).toBe(kind.title)
  })
  it.each([
    ['hybrid search', 'vector-store'],
    ['vector db', 'vector-store'],
    ['frontend', 'client'],
    ['mailbox', 'mail'],
    ['refund', 'tool'],
    ['order system', 'external-system'],
    ['hallucination', 'guardrail'],
    ['scheduler', 'workflow-engine'],
    ['intent classifier', 'ml-endpoint'],
  ])('finds "%s", which people say', (said, kind) => {
    expect(searchKinds(kinds, said).map(({ id }) => id)).toContain(kind)
  })

  it('reads words without their endings where they find nothing as they stand', () => {
    expect(searchKinds(kinds, 'chunking').map(({ id }) => id)).toEqual(['chunker'])
    expect(searchKinds(kinds, 'payments').map(({ id }) => id)).toContain('tool')
  })

  it('needs every word where something has them all, and else takes what has most', () => {
    expect(searchKinds(kinds, 'vector database').map(({ id }) => id)).not.toContain('graph-database')
    expect(searchKinds(kinds, 'vector zebra')).toEqual(searchKinds(kinds, 'vector'))
  })

  it('finds by keyword, and gives all for nothing', () => {
    expect(searchKinds(kinds, 'vector').map((kind) => kind.id)).toContain('vector-store')
    expect(searchKinds(kinds, 'zebra')).toEqual([])
    expect(searchKinds(kinds, '  ')).toBe(kinds)
    expect(searchCatalogue(kinds, products, '')).toEqual(kinds.map((kind) => ({ kind })))
  })
})

describe('products', () => {
  const idsFor = (text: string) => searchCatalogue(kinds, products, text).flatMap(({ product }) => product?.id ?? [])

  it('are found by their title, with the kind that they are', () => {
    for (const product of products) {
      const found = searchCatalogue(kinds, [product], product.title)
      expect(found.filter((each) => each.product).map(({ kind }) => kind.id)).toEqual(product.kinds)
    }
  })

  it('are found by any of their names', () => {
    for (const product of products) {
      for (const name of product.names ?? []) {
        const found = searchCatalogue(kinds, [product], name).flatMap((each) => each.product?.id ?? [])
        expect(found, name).toContain(product.id)
      }
    }
  })

  it.each([
    ['Azure OpenAI', 'azure/gpt-4.1'],
    ['AOAI', 'azure/gpt-4.1'],
    ['GPT on Azure', 'azure/gpt-4.1'],
    ['ELK', 'elastic/elasticsearch'],
    ['Postgres vector', 'postgres/pgvector'],
    ['pgvector', 'postgres/pgvector'],
    ['managed kafka', 'aws/msk'],
    ['k8s on aws', 'aws/eks'],
    ['kubernetes aws', 'aws/eks'],
    ['form recognizer', 'azure/document-intelligence'],
    ['w&b', 'wandb/weights-and-biases'],
    ['cohere rerank', 'cohere/rerank-3.5'],
  ])('"%s" finds %s', (text, id) => {
    expect(idsFor(text)).toContain(id)
  })

  it('stand behind a kind of which somebody typed another name whole', () => {
    expect(searchCatalogue(kinds, products, 'web app')[0]).toEqual({ kind: kinds.find(({ id }) => id === 'client') })
  })

  it('stand behind a kind that is called so, and before one that only mentions them', () => {
    expect(searchCatalogue(kinds, products, 'cache')[0]).toEqual({ kind: kinds.find(({ id }) => id === 'cache') })
    expect(searchCatalogue(kinds, products, 'pgvector')[0]?.product?.id).toBe('postgres/pgvector')
    expect(searchCatalogue(kinds, products, 'slack')[0]?.product?.id).toBe('slack/slack')
  })

  it('are not found by the word of their kind alone', () => {
    expect(idsFor('k8s')).toEqual([])
  })

  it('are not all that exist: no more than one reads', () => {
    expect(searchCatalogue(kinds, products, 'a').length).toBeLessThanOrEqual(40)
  })
})
