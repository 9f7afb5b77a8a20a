import type { ExpectedFile } from '../model/file.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { VersionContent } from '../version/metadata.ts';

/** What would be published, and where. */
export interface Candidate extends VersionContent {
  readonly repo: DatasetRepository;
  /** Name of the dataset. */
  readonly name: string;
  /** The data files as they would be published. */
  readonly dataFiles: () => Promise<readonly ExpectedFile[]>;
}
