#pragma once

#include "core/rng.h"
#include "support/fake_clock.h"
#include "workflow/context.h"
#include "workflow/ports/queries.h"

#include <QSet>

namespace simiao::test {

/// Grants what it is told to grant, to everybody.
class OpenPolicy : public workflow::AccessPolicy
{
public:
    bool isGranted(const QStringList &, const QString &act) const override { return !refused.contains(act); }
    QStringList desksOf(const QStringList &) const override { return {}; }
    QStringList rolesFor(const QString &) const override { return {QStringLiteral("physician")}; }

    QSet<QString> refused;
};

/// A small hospital in a store: one department, one physician, one slot, one patient, one drug in two lots.
struct World
{
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    std::shared_ptr<OpenPolicy> policy = std::make_shared<OpenPolicy>();
    workflow::Context context;

    administration::Organization department;
    security::Account physician;
    administration::Patient patient;
    scheduling::Slot slot;
    medications::Medication amoxicillin;
    medications::Lot firstLot;
    medications::Lot secondLot;
};

/// Fills `store` and returns what it holds. Fails the calling test through QFAIL-like abort when the store refuses.
World aWorld(std::shared_ptr<workflow::Store> store);

/// Words of dosage enough for tests: oral; qd bid tid qw biw prn st; mg g.
medications::DosageTerms someDosageTerms();

} // namespace simiao::test
