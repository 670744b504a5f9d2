#pragma once

#include "bootstrap/demo_hospital.h"

namespace simiao::bootstrap {

/// What the seeder stores is audited as this.
inline constexpr QLatin1StringView kSeedAct{"demo.seed"};

/// The command of one part of the seeding, always the same: a store takes each part once.
Uuid seedCommand(const QString &part);

/// The account of the first person with this role; null: nobody has it.
const security::Account *withRole(const DemoClinic &clinic, const QString &role);

/// The seeder acts as somebody of the hospital, so that the trail names a person. NotFound `demo.role-missing`.
Result<workflow::Context> actingAs(workflow::Context context, const DemoClinic &clinic, const QString &role);

/// Adds to `rows` what a commit wrote.
void countRows(const workflow::Receipt &receipt, std::map<QString, int> &rows);

template <typename Rows>
void insertAll(workflow::UnitOfWork &work, Rows &&rows)
{
    for (const auto &row : rows)
        work.insert(row);
}

} // namespace simiao::bootstrap
