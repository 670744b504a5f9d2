#include "admin/models/database_care.h"

#include <QCoroTask>

namespace simiao::admin {

using workflow::StoreProblem;
using workflow::TableContents;

namespace {

using Maintenance = std::shared_ptr<workflow::StoreMaintenance>;

const auto kMaintain = QStringLiteral("database.maintain");

/// Act `database.maintain`. A copy of everybody's records is made: that stands in the trail before there is one.
Task<Result<std::vector<TableContents>>> copyStore(workflow::Context context,
                                                   Maintenance maintenance,
                                                   QString path)
{
    auto authorising = workflow::authorise(context, kMaintain);
    CO_TRY_VOID(co_await authorising);
    auto recording =
        context.store->commit(context.begin(context.newCommand(), kMaintain, {}, QStringLiteral("backup")));
    CO_TRY_VOID(co_await recording);
    auto copying = maintenance->backup(path);
    co_return co_await copying;
}

/// Act `database.maintain`.
Task<Result<std::vector<StoreProblem>>> checkStore(workflow::Context context, Maintenance maintenance)
{
    auto authorising = workflow::authorise(context, kMaintain);
    CO_TRY_VOID(co_await authorising);
    auto checking = maintenance->check();
    co_return co_await checking;
}

qint64 rowsOf(const std::vector<TableContents> &tables)
{
    qint64 rows = 0;
    for (const auto &table : tables)
        rows += table.rows;
    return rows;
}

} // namespace

DatabaseCare::DatabaseCare(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_chain(new ChainCheck(desk, this))
    , m_contents(new ContentsTableModel(desk, this))
    , m_problems(new ProblemTableModel(this))
{
    connect(m_chain, &ChainCheck::changed, this, [this] {
        m_notice = m_chain->notice();
        Q_EMIT changed();
    });
}

void DatabaseCare::backUp(const QString &path)
{
    if (!isOffered() || isRunning())
        return;
    begin(tr("Copying"), tr("and comparing the copy. Other work can go on."));
    QCoro::connect(
        copyStore(m_desk->context(), m_desk->maintenance(), path), this,
        [this, path](const Result<std::vector<TableContents>> &copied) { takeBackup(path, copied); });
}

void DatabaseCare::check()
{
    if (!isOffered() || isRunning())
        return;
    begin(tr("Checking"), tr("every page, reference and row. Other work can go on."));
    QCoro::connect(checkStore(m_desk->context(), m_desk->maintenance()), this,
                   [this](const Result<std::vector<StoreProblem>> &found) { takeCheck(found); });
}

void DatabaseCare::verifyAudit()
{
    if (!isRunning())
        m_chain->run();
}

void DatabaseCare::begin(const QString &lead, const QString &text)
{
    m_isRunning = true;
    m_notice = {ui::Severity::Neutral, lead, text, {}, {}};
    Q_EMIT changed();
}

void DatabaseCare::fail(const QString &lead, const Error &error)
{
    m_desk->showError(error);
    m_notice = {ui::Severity::Block, lead, sdk::errorText(error), {}, {}};
    Q_EMIT changed();
}

void DatabaseCare::takeBackup(const QString &path, const Result<std::vector<TableContents>> &copied)
{
    m_isRunning = false;
    if (!copied)
        return fail(tr("Not backed up"), copied.error());
    m_contents->replace(*copied);
    m_shown = Shown::Contents;
    const auto rows = m_desk->locale().toString(rowsOf(*copied));
    m_notice = {ui::Severity::Ok,
                tr("Backed up"),
                path,
                tr("%1 rows; the copy was read back and holds the same.").arg(rows),
                {}};
    m_desk->showDone(tr("Backed up"));
    m_desk->withdrawNotification(sdk::kBackupOverdue);
    Q_EMIT changed();
}

void DatabaseCare::takeCheck(const Result<std::vector<StoreProblem>> &found)
{
    m_isRunning = false;
    if (!found)
        return fail(tr("Not checked"), found.error());
    m_problems->replace(*found);
    m_shown = Shown::Problems;
    if (found->empty())
        m_notice = {ui::Severity::Ok,
                    tr("Nothing wrong"),
                    tr("Every page, reference and row is as it was written."),
                    {},
                    {}};
    else
        m_notice = {ui::Severity::Block,
                    tr("Problems: %1").arg(found->size()),
                    tr("Stop working with this database and restore the last good backup."),
                    {},
                    {}};
    Q_EMIT changed();
}

void DatabaseCare::retranslate()
{
    m_contents->refresh();
    m_problems->refresh();
    if (!isRunning())
        m_notice = {};
    Q_EMIT changed();
}

} // namespace simiao::admin
