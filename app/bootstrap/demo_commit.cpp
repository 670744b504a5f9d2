#include "bootstrap/demo_commit.h"

#include <QUuid>

#include <algorithm>
#include <ranges>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

Uuid seedCommand(const QString &part)
{
    static const QUuid seeder(u"6f1c9a52-3b0e-4f0d-9c56-0c5e2d1b7a40"_s);
    return Uuid::fromBytes(QUuid::createUuidV5(seeder, part).toRfc4122()).value_or(Uuid{});
}

const security::Account *withRole(const DemoClinic &clinic, const QString &role)
{
    for (const auto &account : clinic.accounts | std::views::values) {
        if (std::ranges::find(account.roles, role) != account.roles.end())
            return &account;
    }
    return nullptr;
}

Result<workflow::Context> actingAs(workflow::Context context, const DemoClinic &clinic, const QString &role)
{
    const auto *account = withRole(clinic, role);
    if (!account)
        return Error{ErrorKind::NotFound, u"demo.role-missing"_s, role};
    auto &session = context.session;
    session.account = account->id;
    session.roles = QStringList(account->roles.begin(), account->roles.end());
    session.department = account->department;
    return context;
}

void countRows(const workflow::Receipt &receipt, std::map<QString, int> &rows)
{
    for (const auto &change : receipt.changes)
        ++rows[change.type];
}

} // namespace simiao::bootstrap
