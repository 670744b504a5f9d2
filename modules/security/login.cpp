#include "security/login.h"

#include "security/prove_password.h"
#include "workflow/ports/queries.h"

namespace simiao::security {

namespace {

/// Why a log-in was refused: for the audit trail only, never for the person.
QString refusalOf(const std::optional<Account> &account, bool isPasswordRight)
{
    if (!account)
        return QStringLiteral("unknown-account");
    if (!isPasswordRight)
        return QStringLiteral("wrong-password");
    if (account->status != AccountStatus::Active)
        return QStringLiteral("account-") + codeOf(account->status);
    return {};
}

workflow::UnitOfWork auditOf(const LoginPorts &ports,
                             const std::optional<Account> &account,
                             const QString &refusal)
{
    AuditEvent event;
    event.act = QStringLiteral("session.login");
    event.outcome = refusal.isEmpty() ? AuditOutcome::Success : AuditOutcome::Refused;
    event.recorded = ports.clock->now();
    event.agent = account ? account->id : Id<Account>();
    event.workstation = ports.workstation;
    event.detail = refusal;
    return {Uuid::v7(*ports.clock, *ports.rng), std::move(event), ports.site};
}

bool mustChange(const LoginPorts &ports, const Account &account)
{
    return ports.passwords.isExpired(account.passwordChangedAt, ports.clock->now());
}

workflow::Session sessionOf(const LoginPorts &ports, const Account &account)
{
    return {.account = account.id,
            .loginName = account.loginName,
            .name = account.name,
            .nameEn = account.nameEn,
            .title = account.title,
            .roles = QStringList(account.roles.begin(), account.roles.end()),
            .department = account.department,
            .site = ports.site,
            .workstation = ports.workstation,
            .mustChangePassword = mustChange(ports, account)};
}

} // namespace

Task<Result<workflow::Session>> logIn(LoginPorts ports, QString loginName, QString password)
{
    const QString name = loginName.trimmed().toLower();
    CO_TRY_VOID(ports.throttle->admit(name, ports.clock->now()));
    auto finding = workflow::find(ports.store, workflow::query::accountByLogin, name);
    CO_TRY(const auto found, co_await finding);
    const auto account = found.empty() ? std::optional<Account>() : found.front();

    auto proving = provePassword(ports.store, name, account ? account->passwordHash : QString(), password);
    CO_TRY(const auto isPasswordRight, co_await proving);

    const QString refusal = refusalOf(account, isPasswordRight);
    auto recording = ports.store->commit(auditOf(ports, account, refusal));
    CO_TRY_VOID(co_await recording);
    if (!refusal.isEmpty())
        co_return Error{ErrorKind::Forbidden, QStringLiteral("login.refused")};
    ports.throttle->forgive(name);
    co_return sessionOf(ports, *account);
}

} // namespace simiao::security
