#include "admin/models/import_work.h"

#include "admin/models/table_file.h"
#include "admin/models/words.h"

#include <QCoroTask>

namespace simiao::admin {

using workflow::ClinicImportReport;
using workflow::SetupStep;

namespace {

constexpr int kTickMs = 100;
constexpr int kLeastMsToGuess = 1000; // before that the rest cannot be told

} // namespace

ImportWork::ImportWork(sdk::Desk *desk, SetupStep step, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_step(step)
    , m_rejects(new RejectTableModel(this))
    , m_reason(tr("Opening stock"))
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &ImportWork::changed);
}

bool ImportWork::mayImport() const
{
    return m_stage == Stage::Tried && m_report && m_report->rejects.empty()
        && m_report->added + m_report->changed > 0;
}

void ImportWork::setPath(const QString &path)
{
    if (m_path == path || isRunning())
        return;
    m_path = path;
    m_fault.reset();
    m_table.reset();
    m_report.reset();
    showRejects({});
    m_stage = Stage::Nothing;
    Q_EMIT changed();
}

void ImportWork::tryOut()
{
    if (isRunning() || m_path.trimmed().isEmpty())
        return;
    begin(Stage::Trying);
    QCoro::connect(readTable(m_path.trimmed()), this,
                   [this](const Result<CsvTable> &table) { takeTable(table); });
}

void ImportWork::takeTable(const Result<CsvTable> &table)
{
    if (!table)
        return fail(table.error());
    if (m_stop.stop_requested())
        return fail({ErrorKind::Cancelled, QStringLiteral("import.stopped")});
    m_table = std::make_shared<const CsvTable>(*table);
    const ImportGround ground(*m_desk);
    const auto command = ground.context.newCommand();
    QCoro::connect(runImport(ground, command, order(true)), this,
                   [this](const Result<ClinicImportReport> &report) { takeTrial(report); });
}

void ImportWork::takeTrial(const Result<ClinicImportReport> &report)
{
    if (!report)
        return fail(report.error());
    ++m_trials;
    m_report = *report;
    showRejects(report->rejects);
    end(Stage::Tried);
}

void ImportWork::import()
{
    if (!mayImport())
        return;
    begin(Stage::Storing);
    const ImportGround ground(*m_desk);
    const auto command = m_command.idFor(QString::number(m_trials), ground.context);
    QCoro::connect(runImport(ground, command, order(false)), this,
                   [this](const Result<ClinicImportReport> &report) { takeImport(report); });
}

void ImportWork::takeImport(const Result<ClinicImportReport> &report)
{
    m_command.answered(report);
    if (!report) {
        m_fault = report.error();
        m_desk->showError(*m_fault);
        return end(Stage::Tried); // what was tried still stands; with another password it may go
    }
    m_report = *report;
    showRejects(report->rejects);
    if (!report->rejects.empty()) // somebody changed the store since the dry run
        return end(Stage::Tried);
    m_password.clear();
    end(Stage::Stored);
    m_desk->showDone(tr("Imported: %1").arg(countsText()));
}

void ImportWork::stop()
{
    m_stop.request_stop();
}

ImportOrder ImportWork::order(bool isDryRun)
{
    return {m_step, m_table, isDryRun, m_password, m_reason, {m_stop.get_token(), m_rows}};
}

void ImportWork::begin(Stage stage)
{
    m_fault.reset();
    if (stage == Stage::Trying) {
        m_table.reset();
        m_report.reset();
        showRejects({});
    }
    m_stop = std::stop_source();
    m_rows = std::make_shared<std::atomic<int>>(0);
    m_since.start();
    m_tick.start();
    m_stage = stage;
    Q_EMIT changed();
}

void ImportWork::end(Stage stage)
{
    m_tick.stop();
    m_stage = stage;
    Q_EMIT changed();
}

void ImportWork::fail(const Error &error)
{
    m_fault = error;
    m_desk->showError(error);
    end(Stage::Nothing);
}

void ImportWork::showRejects(const std::vector<CsvReject> &rejects)
{
    std::vector<Reject> shown;
    for (const auto &reject : rejects)
        shown.push_back(rejectOf(reject, m_table->columns));
    m_rejects->replace(std::move(shown));
}

void ImportWork::saveTemplate()
{
    const auto &examples = m_desk->reference().importTemplates;
    const auto example = examples.find(templateOf(m_step));
    if (example == examples.end())
        return;
    QCoro::connect(writeDocument(documentName(QStringLiteral("template")), example->second), this,
                   [this](const Result<QString> &path) {
                       if (!path)
                           return m_desk->showError(path.error());
                       m_desk->showDone(tr("Template written: %1").arg(*path));
                       if (!m_path.isEmpty())
                           return;
                       setPath(*path);
                       Q_EMIT pathSet();
                   });
}

void ImportWork::exportRejects()
{
    if (m_rejects->rowCount() == 0)
        return;
    QCoro::connect(writeDocument(documentName(QStringLiteral("rejects")), m_rejects->csv()), this,
                   [this](const Result<QString> &path) {
                       if (!path)
                           return m_desk->showError(path.error());
                       m_desk->showDone(tr("Rejects written: %1").arg(*path));
                   });
}

/// "drugs-rejects-20261122-0930.csv"
QString ImportWork::documentName(const QString &part) const
{
    return QStringLiteral("%1-%2-%3.csv").arg(codeOf(m_step), part, Words::stamp(*m_desk->context().clock));
}

void ImportWork::retranslate()
{
    m_rejects->refresh();
    Q_EMIT changed();
}

ui::Notice ImportWork::notice() const
{
    using ui::Severity;
    if (m_fault)
        return {Severity::Block, tr("Not imported"), sdk::errorText(*m_fault), {}, {}};
    switch (m_stage) {
    case Stage::Nothing:
    case Stage::Trying: return {};
    case Stage::Storing:
        return {Severity::Note, tr("Storing"), tr("All rows in one go; other work can go on."), {}, {}};
    case Stage::Stored: return {Severity::Ok, tr("Imported"), countsText(), {}, {}};
    case Stage::Tried: break;
    }
    const auto encoding = encodingName(m_table->encoding);
    const auto delimiter = m_table->delimiter == u'\t' ? tr("tab") : tr("comma");
    const auto text = tr("%1, %2; %3").arg(encoding, delimiter, countsText());
    if (!m_report->rejects.empty())
        return {
            Severity::Warn, tr("Dry run"), text, tr("Nothing is imported before every row is right."), {}};
    return {Severity::Ok,
            tr("Dry run"),
            text,
            mayImport() ? QString() : tr("Everything stands there already."),
            {}};
}

QString ImportWork::countsText() const
{
    const auto number = [this](qint64 count) { return m_desk->locale().toString(count); };
    const auto counts =
        tr("new %1, changed %2, the same %3")
            .arg(number(m_report->added), number(m_report->changed), number(m_report->unchanged));
    return m_stage == Stage::Stored
        ? counts
        : tr("%1, rejected %2").arg(counts, number(qint64(m_report->rejects.size())));
}

ui::ViewState ImportWork::state() const
{
    switch (m_stage) {
    case Stage::Nothing:
        return ui::ViewState::empty(
            tr("No file was tried yet"),
            tr("Type a path or drop a file here, then \"Dry run\": it changes nothing. "
               "\"Save a template\" writes an example of the file."));
    case Stage::Trying:
    case Stage::Storing: {
        const bool isKnown = m_table && !m_table->rows.empty();
        const int percent = isKnown ? int(qint64(rowsRead()) * 100 / qint64(m_table->rows.size())) : -1;
        return ui::ViewState::loading(percent, progressText(), tr("Stop"));
    }
    case Stage::Stored:
        return ui::ViewState::empty(tr("Stored"), tr("Go on with the next step of the list."));
    case Stage::Tried: break;
    }
    if (m_rejects->rowCount() > 0)
        return ui::ViewState::ready();
    return ui::ViewState::empty(tr("No row was rejected"),
                                mayImport() ? tr("\"Import\" stores them: all or none.")
                                            : tr("There is nothing to store."));
}

int ImportWork::rowsRead() const
{
    return m_rows ? m_rows->load() : 0;
}

/// "row 1,200 of 40,000, about 12 s left"
QString ImportWork::progressText() const
{
    if (!m_table)
        return tr("reading the file");
    const auto rows = qint64(m_table->rows.size());
    const auto done = qint64(rowsRead());
    const auto &locale = m_desk->locale();
    const auto place = tr("row %1 of %2").arg(locale.toString(done), locale.toString(rows));
    if (done == 0 || m_since.elapsed() < kLeastMsToGuess)
        return place;
    const auto seconds = (rows - done) * m_since.elapsed() / done / 1000;
    return tr("%1, about %2 s left").arg(place, locale.toString(seconds));
}

} // namespace simiao::admin
