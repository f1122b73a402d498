/** What can be said of edits without a server: what leaves once the code stops using modules, by the requirements at hand. */
import { diffBuildLists } from '../../graph/diff/diff.ts';
import type { Model } from '../../graph/model/model.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { byRequirements, snapshotWithout } from '../../graph/unimport/by-requirements.ts';
import { stillOf, targetOf, togetherOf } from '../../graph/unimport/target.ts';
import type { WhatIfStage, WordedEdit } from '../../graph/what-if/stages.ts';
import { whatIfText } from '../words/what-if.ts';
import { wrongEdit, type WrongEdit } from './wrong-edit.ts';

/** Why these edits are not asked about, and which of them it is; undefined where they are. `alone`: no server answers, and go.mod files are not at hand. */
export function askable(model: Model, edits: readonly WordedEdit[], alone: boolean): WrongEdit | undefined {
  const at = alone ? edits.findIndex(({ kind }) => kind !== 'unimport') : -1;
  if (at !== -1) return { at, fault: { code: 'usage', message: whatIfText.recording, hint: whatIfText.serve } };
  return wrongEdit(edits, model.snapshot);
}

/** The estimate by requirements for modules of the build list that code stops using, from a snapshot alone. Throws the Faults of targetOf. */
export function localStage(model: Model, edits: readonly WordedEdit[]): WhatIfStage {
  const { snapshot } = model;
  const selected = snapshot.modules.filter((one) => one.selected === true);
  const imported = (snapshot.packages?.packages ?? []).flatMap((one) =>
    one.root === true ? [...(one.imports ?? []), ...(one.testImports ?? [])] : [],
  );
  const target = togetherOf(edits.map(({ value }) => targetOf(value, selected, imported)));
  const mains = new Set(snapshot.mains.map(({ path }) => path));
  const still = stillOf(target, imported, selected);
  const { lines, kept } = byRequirements(model, target, still, mains);
  const base = baseOf(model);
  const head = snapshotWithout(model, target, still, mains);
  const { added, removed, changed } = diffBuildLists(base, head);
  const follows = [...added, ...removed, ...changed].map(({ path }) => path).sort();
  return {
    by: 'requirements',
    more: false,
    base,
    head,
    causes: follows.length === 0 ? [] : [{ file: 'go.mod', kind: 'unimport', path: target.name, follows }],
    lines,
    kept,
    notes: [whatIfText.fromRecording],
    commands: [],
  };
}

const bases = new WeakMap<Model, Snapshot>();

/** What is compared of a model, once: the same object, so that it is examined once. */
function baseOf(model: Model): Snapshot {
  const known = bases.get(model);
  if (known !== undefined) return known;
  const { packages: _packages, facts: _facts, vulnerabilities: _vulnerabilities, ...base } = model.snapshot;
  bases.set(model, base);
  return base;
}
