#include "admin/models/chain_check.h"

#include <QCoroTask>

namespace simiao::admin {

namespace {

/// Act `audit.verify`. The coroutine holds the maintenance until it has answered.
Task<Result<qint64>> verifyChain(workflow::Context context,
                                 std::shared_ptr<workflow::StoreMaintenance> maintenance)
{
    auto authorising = workflow::authorise(context, QStringLiteral("audit.verify"));
    CO_TRY_VOID(co_await authorising);
    auto verifying = maintenance->verifyAudit();
    co_return co_await verifying;
}

} // namespace

ChainCheck::ChainCheck(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void ChainCheck::run()
{
    const auto maintenance = m_desk->maintenance();
    if (!maintenance || m_isRunning)
        return;
    m_isRunning = true;
    m_notice = {
        ui::Severity::Neutral, tr("Verifying"), tr("the chain, link by link. Other work can go on."), {}, {}};
    Q_EMIT changed();
    QCoro::connect(verifyChain(m_desk->context(), maintenance), this,
                   [this](const Result<qint64> &verified) { take(verified); });
}

void ChainCheck::retranslate()
{
    if (!m_isRunning)
        m_notice = {};
    Q_EMIT changed();
}

void ChainCheck::take(const Result<qint64> &verified)
{
    m_isRunning = false;
    if (verified) {
        const auto records = m_desk->locale().toString(*verified);
        m_notice = {ui::Severity::Ok, tr("The chain is whole"), tr("records 1 to %1").arg(records), {}, {}};
    } else {
        m_desk->showError(verified.error());
        const bool isBroken = verified.error().kind == ErrorKind::Corrupt;
        m_notice = {ui::Severity::Block,
                    isBroken ? tr("The chain is broken") : tr("Not verified"),
                    sdk::errorText(verified.error()),
                    {},
                    {}};
    }
    Q_EMIT changed();
}

} // namespace simiao::admin
