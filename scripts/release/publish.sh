#!/usr/bin/env bash
# Publishes what gather.ts put into release/ as a GitHub release, and moves the major tag to it.
# Usage: publish.sh <tag>; needs GH_TOKEN with the right to write contents.
set -euo pipefail

tag=$1
major=${tag%%.*}
commit=$(git rev-parse "$tag^{commit}")

gh release create "$tag" release/* --verify-tag --title "$tag" --notes-file build/release-notes.md
# The major tag is the only one that moves: users of @v1 get the release with it.
gh api --method PATCH "repos/$GITHUB_REPOSITORY/git/refs/tags/$major" --field sha="$commit" --field force=true ||
  gh api --method POST "repos/$GITHUB_REPOSITORY/git/refs" --field ref="refs/tags/$major" --field sha="$commit"
