#include "admin/models/audit_trail.h"

#include "admin/models/words.h"

#include <QCoroTask>

namespace simiao::admin {

namespace {

constexpr int kPage = 200;

/// The first look is written down before anything is shown.
Task<Result<AuditPage>> openTrail(workflow::Context context, AuditFilter filter)
{
    auto recording = recordReading(context, QStringLiteral("view"));
    CO_TRY_VOID(co_await recording);
    auto reading = readAuditPage(context, filter, kLatest, kPage);
    co_return co_await reading;
}

} // namespace

AuditTrail::AuditTrail(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(new AuditTableModel(desk, this))
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &AuditTrail::changed);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &AuditTrail::reload);
    reload();
}

void AuditTrail::setFilter(const AuditFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_state->forget(); // what is there answers another question
    reload();
}

void AuditTrail::reload()
{
    ++m_question;
    read(kLatest);
}

void AuditTrail::showMore()
{
    if (m_hasMore && !m_isReading && m_table->rowCount() > 0)
        read(m_table->rows().back().record.position);
}

void AuditTrail::read(qint64 before)
{
    m_isReading = true;
    m_state->restate(ui::ViewState::loading());
    Q_EMIT changed();
    const auto context = m_desk->context();
    const bool isFirst = before == kLatest;
    const int question = m_question;
    QCoro::connect(m_isRead ? readAuditPage(context, m_filter, before, kPage) : openTrail(context, m_filter),
                   this, [this, question, isFirst](const Result<AuditPage> &page) {
                       if (question == m_question)
                           take(page, isFirst);
                   });
}

void AuditTrail::take(const Result<AuditPage> &page, bool isFirst)
{
    m_isReading = false;
    if (!page) {
        m_isPermitted = page.error().kind != ErrorKind::Forbidden;
        m_state->fail(Words::refusal(page.error(), *m_desk));
        return Q_EMIT changed();
    }
    if (!m_isRead)
        readNames();
    m_isRead = true;
    m_isPermitted = true;
    m_hasMore = !page->isLast;
    m_isPatientKnown = page->isPatientKnown;
    auto lines = isFirst ? std::vector<AuditLine>{} : m_table->rows();
    lines.insert(lines.end(), page->lines.begin(), page->lines.end());
    m_table->replace(std::move(lines));
    remember(page->lines);
    m_state->take(whatIsRead());
    Q_EMIT changed();
}

void AuditTrail::readNames()
{
    QCoro::connect(readAgents(m_desk->context()), this,
                   [this](const Result<std::vector<security::Account>> &agents) {
                       if (!agents)
                           return m_desk->showError(agents.error());
                       m_agents = *agents;
                       AgentNames names;
                       for (const auto &agent : m_agents)
                           names.emplace(agent.id, agent.name);
                       m_table->setNames(std::move(names));
                       Q_EMIT agentsChanged();
                   });
}

void AuditTrail::remember(const std::vector<AuditLine> &lines)
{
    const auto before = m_acts.size();
    for (const auto &line : lines) {
        if (line.event && !m_acts.contains(line.event->act))
            m_acts.append(line.event->act);
    }
    if (m_acts.size() == before)
        return;
    m_acts.sort();
    Q_EMIT actsChanged();
}

ui::ViewState AuditTrail::whatIsRead() const
{
    if (m_table->rowCount() > 0)
        return ui::ViewState::ready();
    if (!m_isPatientKnown)
        return ui::ViewState::empty(tr("No patient has this record number"),
                                    tr("Correct it, or empty the field."));
    return ui::ViewState::empty(tr("No event fits"), tr("Ask for less: empty one of the fields."));
}

void AuditTrail::exportTo(const QString &path)
{
    if (m_isExporting || !m_isPermitted)
        return;
    m_isExporting = true;
    m_exportNotice = {ui::Severity::Neutral, tr("Writing"), path, {}, {}};
    Q_EMIT changed();
    QCoro::connect(exportAudit(m_desk->context(), m_filter, m_table->names(), path), this,
                   [this](const Result<AuditExport> &done) { takeExport(done); });
}

void AuditTrail::takeExport(const Result<AuditExport> &done)
{
    m_isExporting = false;
    if (!done) {
        m_desk->showError(done.error());
        m_exportNotice = {ui::Severity::Block, tr("Not exported"), sdk::errorText(done.error()), {}, {}};
    } else {
        const QString rest =
            done->isWhole ? QString() : tr("There are more; ask for less to get the rest into another file.");
        const QString rows = m_desk->locale().toString(done->rows);
        m_exportNotice = {
            ui::Severity::Ok, tr("Exported"), tr("rows: %1, file: %2").arg(rows, done->path), rest, {}};
        m_desk->showDone(tr("Audit trail exported"));
    }
    Q_EMIT changed();
}

void AuditTrail::retranslate()
{
    m_table->refresh();
    if (m_state->state().kind == ui::ViewState::Kind::Empty)
        m_state->restate(whatIsRead());
    if (!m_isExporting)
        m_exportNotice = {};
    Q_EMIT changed();
}

} // namespace simiao::admin
