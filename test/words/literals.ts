/** The English in a source of the page: literals that a user would read or hear, found in the syntax tree. */
import { parse } from 'svelte/compiler';

export interface Literal {
  readonly line: number;
  readonly text: string;
}

interface Tree {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Attributes of elements and components that are read or heard, be it a single word. */
const spokenAttributes =
  /^(label|title|placeholder|alt|text|words?|none|note|summary|aria-(label|description|roledescription|valuetext))$/;

/** The same of objects. */
const spokenProperties = /^(label|title|text|words?|none|note|summary|does|hint|message)$/;

/** Attributes that are for the browser, however they read. */
const silentAttributes = /^(class|style|d|transform|width|rel|target|aria-keyshortcuts|data-.*)$/;

/** Variables and properties of these names tell things apart; nobody reads them. */
const silentNames = /^(id|key|keys|query)$|(Id|Key)$/;

/** Functions whose literals are for the machine: selectors, names of events and symbols, what a value may be, what a text begins with. */
const silentCalls =
  /^(querySelector(All)?|closest|matches|matchMedia|on|addEventListener|removeEventListener|Symbol|literal|picklist|startsWith)$/;

/** Functions that make words of a count, or put words on the page: a single word is English there, too. */
const spokenCalls = /^(counted|listed|say)$/;

/** What has spaces or capitals and is no English, with the reason. */
const machine: readonly { readonly reason: string; readonly form: RegExp }[] = [
  { reason: 'a key as KeyboardEvent names it, or as keyboards do', form: /^(Ctrl K|Enter|Esc|Escape|Home|End|Tab)$/ },
  { reason: 'a track of a grid', form: /^(minmax\(|\d+px$)/ },
  { reason: 'a selector', form: /^[a-z]*\[[\w-]+ ?=/ },
  { reason: 'a media query', form: /^\(width\b/ },
  { reason: 'the path of an icon', form: /^M[\d.]+ ?[\d.]/ },
  { reason: 'the query language', form: /^\(?is:|^\) \||^[a-z]+\(is:/ },
  { reason: 'JSON of a file', form: /^[{,] "\w+": ?\[?$/ },
];

/** How a literal is come upon: `spoken` where whatever is written is read, `silent` where nothing is. */
type Place = 'spoken' | 'silent' | 'any';

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function nameOf(value: unknown): string {
  if (!isTree(value)) return '';
  if (value.type === 'MemberExpression') return nameOf(value['property']);
  return typeof value['name'] === 'string' ? value['name'] : '';
}

function isEnglish(text: string, place: Place): boolean {
  if (place === 'silent' || !/[a-z]{2}/i.test(text) || machine.some(({ form }) => form.test(text.trim()))) return false;
  return place === 'spoken' || /\s/.test(text) || /^[A-Z][a-z]+$/.test(text);
}

/** Where the parts of a node stand, given where it stands itself. */
function placeOf(parent: Tree, key: string, place: Place): Place {
  switch (parent.type) {
    case 'Attribute': {
      const name = String(parent['name']);
      return silentAttributes.test(name) ? 'silent' : spokenAttributes.test(name) ? 'spoken' : 'any';
    }
    case 'Fragment':
      return 'spoken';
    case 'ConditionalExpression':
      return key === 'test' ? 'any' : place;
    // What these are made of stands where they stand.
    case 'ExpressionTag':
    case 'LogicalExpression':
    case 'TemplateLiteral':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return place;
    case 'BinaryExpression':
      return parent['operator'] === '+' ? place : 'silent';
    case 'SwitchCase':
      return key === 'test' ? 'silent' : 'any';
    case 'MemberExpression':
      return key === 'property' ? 'silent' : 'any';
    case 'CallExpression': {
      if (key !== 'arguments') return 'any';
      const name = nameOf(parent['callee']);
      return silentCalls.test(name) ? 'silent' : spokenCalls.test(name) ? 'spoken' : 'any';
    }
    case 'Property':
    case 'VariableDeclarator': {
      if (key === 'key') return 'silent';
      const name = nameOf(parent[parent.type === 'Property' ? 'key' : 'id']);
      if (silentNames.test(name)) return 'silent';
      return parent.type === 'Property' && spokenProperties.test(name) ? 'spoken' : 'any';
    }
    case 'ArrayExpression':
      return place === 'silent' ? 'silent' : 'any';
    default:
      return 'any';
  }
}

/** Styles, modules and types: nothing in them reaches the page. */
const skipped =
  /^(StyleSheet|StyleDirective|Import\w+|Comment|TS(TypeAnnotation|LiteralType|TypeAliasDeclaration|InterfaceDeclaration))$/;

/** The English literals of a component or a script, in the order of the source. Throws where it cannot be parsed. */
export function literals(file: string, source: string): Literal[] {
  const before = file.endsWith('.svelte') ? '' : '<script lang="ts">';
  const ast: unknown = parse(before === '' ? source : `${before}${source}\n</script>`, { modern: true });
  const found: (Literal & { readonly start: number })[] = [];
  const note = ({ start }: Tree, text: unknown, place: Place): void => {
    if (typeof text !== 'string' || !isEnglish(text, place)) return;
    const words = start - before.length + (text.length - text.trimStart().length);
    found.push({ start, line: source.slice(0, words).split('\n').length, text: text.trim().replace(/\s+/g, ' ') });
  };
  const visit = (value: unknown, place: Place): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each, place);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (!isTree(value)) {
      for (const each of Object.values(value)) visit(each, place);
      return;
    }
    // The tag of a script is not on the page.
    if (value.type === 'Script') visit(value['content'], 'any');
    else if (value.type === 'Text') note(value, value['data'], place);
    else if (value.type === 'Literal') note(value, value['value'], place);
    else if (value.type === 'TemplateElement') note(value, (value['value'] as { cooked?: string }).cooked, place);
    else if (!skipped.test(value.type))
      for (const [key, each] of Object.entries(value)) if (key !== 'metadata') visit(each, placeOf(value, key, place));
  };
  visit(ast, 'any');
  return found.sort((a, b) => a.start - b.start).map(({ line, text }) => ({ line, text }));
}
