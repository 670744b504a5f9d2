#include "terminology/icd10_plan.h"

#include "domain/base/coding.h"
#include "terminology/pinyin.h"

#include <QHash>

namespace simiao::terminology {

Icd10Plan planIcd10(const std::vector<Concept> &stored,
                    const std::vector<Icd10Row> &rows,
                    const QString &release)
{
    QHash<QString, const Concept *> storedByCode;
    for (const auto &entry : stored)
        storedByCode.insert(entry.code, &entry);

    Icd10Plan plan;
    for (const auto &row : rows) {
        const Concept *before = storedByCode.value(row.code);
        Concept after = before ? *before : Concept();
        after.system = codesystem::kIcd10Cn;
        after.code = row.code;
        after.display = row.name;
        after.initials = pinyinOf(row.name).initials;
        after.release = release;
        if (!before)
            plan.added.push_back(std::move(after));
        else if (after != *before)
            plan.changed.push_back(std::move(after));
        else
            ++plan.unchanged;
    }
    return plan;
}

} // namespace simiao::terminology
