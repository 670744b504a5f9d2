#pragma once

#include "workflow/ports/access_policy.h"
#include "workflow/ports/name_keys.h"
#include "workflow/ports/store.h"

#include <QStringList>

namespace simiao::workflow {

/// Who sits where: known from log-in to log-out.
struct Session
{
    Id<security::Account> account;
    QString loginName;
    QString name;
    QString nameEn;
    QString title;
    QStringList roles;
    std::optional<Id<administration::Organization>> department;
    QString site;
    QString workstation;
    /// The password is the administrator's, or too old: nothing may be done before it is renewed.
    bool mustChangePassword = false;

    bool operator==(const Session &) const = default;
};

/// What every use case needs, passed by value: ports and the session. Coroutines hold their own copy, so nothing they
/// need dies while they wait.
struct Context
{
    std::shared_ptr<Store> store;
    std::shared_ptr<const AccessPolicy> policy;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<Rng> rng;
    Session session;
    NameKeyMaker nameKeys = {};

    /// A fresh id.
    template <Entity T>
    Id<T> newId() const
    {
        return simiao::newId<T>(*clock, *rng);
    }
    Uuid newCommand() const { return Uuid::v7(*clock, *rng); }

    /// An empty unit of work whose audit event says that this session did `act`.
    UnitOfWork begin(Uuid command,
                     const QString &act,
                     std::optional<Id<administration::Patient>> patient = {},
                     const QString &detail = {}) const;
};

/// Success when the session may do `act`; else the refusal is audited and `access.denied` (Forbidden, roles in
/// `detail`) returned. The first line of every use case.
Task<Result<void>> authorise(Context context, QString act);

} // namespace simiao::workflow
