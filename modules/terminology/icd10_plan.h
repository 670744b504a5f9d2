#pragma once

#include "domain/terminology/concept.h"
#include "terminology/icd10_file.h"

namespace simiao::terminology {

/// What an import changes. Nothing is removed: codes the file lacks keep their older release.
struct Icd10Plan
{
    std::vector<Concept> added;   ///< without ids
    std::vector<Concept> changed; ///< as stored, with the file's name, keys and release
    int unchanged = 0;
};

/// Compares the file with the stored concepts of ICD-10. A concept changes when its name, its keys or its
/// release do.
/// \thread  any but the GUI: makes pinyin keys, about 0.1 ms a row
Icd10Plan planIcd10(const std::vector<Concept> &stored,
                    const std::vector<Icd10Row> &rows,
                    const QString &release);

} // namespace simiao::terminology
