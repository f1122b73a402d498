/** The one table of checks, in the order in which they are told. */
import { byLink } from './checks/by-link.ts';
import { moduleCache, temporaryFolder } from './checks/disk.ts';
import { retractions, vulnerabilities } from './checks/facts.ts';
import { files } from './checks/files.ts';
import { git } from './checks/git.ts';
import { gitOwner } from './checks/git-owner.ts';
import { goLines } from './checks/go-lines.ts';
import { goBuilds, goRefuses } from './checks/go-refuses.ts';
import { goRuns } from './checks/go-runs.ts';
import { goflags } from './checks/goflags.ts';
import { goroot } from './checks/goroot.ts';
import { gowork } from './checks/gowork.ts';
import { linkedFolders } from './checks/linked-folders.ts';
import { modulesOff } from './checks/modules-off.ts';
import { network } from './checks/network.ts';
import { proxySettings } from './checks/proxy-settings.ts';
import { replaceFolders } from './checks/replace-folders.ts';
import { severalGo } from './checks/several-go.ts';
import { vendor } from './checks/vendor.ts';
import { workspaceLeftOut } from './checks/workspace-left-out.ts';
import { workspaceReplace } from './checks/workspace-replace.ts';
import { workspaceUse } from './checks/workspace-use.ts';
import { wsl } from './checks/wsl.ts';
import type { Check } from './types.ts';

export const checks: readonly Check[] = [
  goRuns,
  severalGo,
  goroot,
  files,
  workspaceUse,
  goLines,
  workspaceReplace,
  gowork,
  workspaceLeftOut,
  replaceFolders,
  vendor,
  modulesOff,
  goflags,
  proxySettings,
  moduleCache,
  temporaryFolder,
  byLink,
  linkedFolders,
  wsl,
  git,
  gitOwner,
  network,
  goRefuses,
  goBuilds,
  retractions,
  vulnerabilities,
];
