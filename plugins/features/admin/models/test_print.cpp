#include "admin/models/test_print.h"

#include "core/task_of.h"
#include "document/print/pdf.h"
#include "workflow/administration/devices.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QDateTime>
#include <QtConcurrentRun>

namespace simiao::admin {

using administration::DeskDevice;
using document::TestPage;

namespace {

using Printers = std::shared_ptr<document::Printers>;

Task<Result<void>> printPage(workflow::Context context, Printers printers, TestPage page)
{
    auto recording = workflow::recordTestPage(context, context.newCommand(), page.device);
    CO_TRY_VOID(co_await recording);
    auto printing = printers->print(page.device.deviceName, document::pageSetupOf(page.device),
                                    document::paintOf(page), QStringLiteral("Simiao test page"));
    co_return co_await printing;
}

Task<Result<void>> savePage(workflow::Context context, TestPage page, QString path)
{
    auto recording = workflow::recordTestPage(context, context.newCommand(), page.device);
    CO_TRY_VOID(co_await recording);
    auto writing = taskOf(QtConcurrent::run([page, path] {
        return document::writePdf(path, document::pageSetupOf(page.device), document::paintOf(page),
                                  page.device.deviceName);
    }));
    co_return co_await writing;
}

} // namespace

TestPage testPageOf(const DeskDevice &values, const sdk::Desk &desk)
{
    const auto clock = desk.context().clock;
    const auto now = QDateTime::fromMSecsSinceEpoch(clock->now().microseconds / 1000, clock->zone());
    return {values, now.toString(QStringLiteral("yyyy-MM-dd HH:mm")),
            QStringLiteral("Simiao ") + QCoreApplication::applicationVersion(),
            sdk::profileMark(desk.profileKind())};
}

TestPrint::TestPrint(sdk::Desk *desk, Printers printers, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_printers(std::move(printers))
{
    findPrinters();
}

void TestPrint::findPrinters()
{
    QCoro::connect(m_printers->installed(), this,
                   [this](const Result<QStringList> &names) { takePrinters(names); });
}

void TestPrint::takePrinters(const Result<QStringList> &names)
{
    m_arePrintersKnown = bool(names);
    m_printersFault = names ? std::nullopt : std::optional(names.error());
    m_installed = names ? *names : QStringList();
    Q_EMIT changed();
}

std::optional<TestPage> TestPrint::pageOf(const DeskDevice &values)
{
    if (m_isRunning || !isPrinter(values.role))
        return {};
    const auto checked = administration::checkedDevice(values);
    if (checked)
        return testPageOf(*checked, *m_desk);
    m_fault = checked.error();
    fail(tr("No test page"), checked.error());
    Q_EMIT refused();
    return {};
}

void TestPrint::print(const DeskDevice &values)
{
    const auto page = pageOf(values);
    if (!page)
        return;
    const auto name = page->device.deviceName;
    if (m_arePrintersKnown && !m_installed.contains(name))
        return fail(tr("Not printed"), {ErrorKind::NotFound, QStringLiteral("print.not-installed"), name});
    begin(tr("Printing the test page"));
    const int inset = document::testPageLayout(document::pageSetupOf(page->device).contentMm()).insetMm;
    QCoro::connect(printPage(m_desk->context(), m_printers, *page), this,
                   [this, name, inset](const Result<void> &printed) {
                       if (!printed)
                           return fail(tr("Not printed"), printed.error());
                       const auto text =
                           tr("On paper the frame is %1 mm from each edge; what differs is the offset.");
                       succeed({ui::Severity::Ok, tr("Sent to %1").arg(name), text.arg(inset), {}, {}});
                   });
}

void TestPrint::save(const DeskDevice &values, const QString &path)
{
    const auto page = pageOf(values);
    if (!page)
        return;
    begin(tr("Writing the test page"));
    QCoro::connect(savePage(m_desk->context(), *page, path), this, [this, path](const Result<void> &written) {
        if (!written)
            return fail(tr("Not saved"), written.error());
        succeed({ui::Severity::Ok, tr("Saved"), path, {}, {}});
    });
}

void TestPrint::begin(const QString &lead)
{
    m_isRunning = true;
    m_outcome = {ui::Severity::Neutral, lead, {}, {}, {}};
    Q_EMIT changed();
}

void TestPrint::fail(const QString &lead, const Error &error)
{
    m_isRunning = false;
    m_desk->showError(error);
    m_outcome = {ui::Severity::Block, lead, sdk::errorText(error), {}, {}};
    Q_EMIT changed();
}

void TestPrint::succeed(const ui::Notice &notice)
{
    m_isRunning = false;
    m_outcome = notice;
    Q_EMIT changed();
}

void TestPrint::forget()
{
    if (m_isRunning)
        return;
    m_fault.reset();
    m_outcome = {};
}

ui::Notice TestPrint::notice(const std::optional<DeskDevice> &values) const
{
    if (!m_outcome.lead.isEmpty())
        return m_outcome;
    const bool isNamed = values && isPrinter(values->role) && !values->deviceName.trimmed().isEmpty();
    return isNamed ? printerNotice(*values) : ui::Notice{};
}

/// A printer that is not there is said, never hidden.
ui::Notice TestPrint::printerNotice(const DeskDevice &values) const
{
    const auto name = values.deviceName.trimmed();
    const auto words = [](ui::Severity severity, const QString &lead, const QString &text) {
        return ui::Notice{severity, lead, text, {}, {}};
    };
    if (values.workstation != m_desk->context().session.workstation)
        return words(ui::Severity::Note, tr("Another computer"),
                     tr("Whether it has the printer cannot be seen from here. A test page is printed on "
                        "this one."));
    if (m_printersFault)
        return words(ui::Severity::Warn, tr("Printers not found"), sdk::errorText(*m_printersFault));
    if (!m_arePrintersKnown || m_installed.contains(name))
        return {};
    return words(ui::Severity::Warn, tr("Not installed"),
                 tr("The printer %1 is not installed on this computer.").arg(name));
}

} // namespace simiao::admin
