#include "imaging/views/export_line.h"

#include "sdk/desk.h"

#include <QDir>

namespace simiao::viewer {

using Step = ImageExporting::Step;

ExportLine::ExportLine(ImageExporting *exporting, QWidget *parent)
    : StepLine(QStringLiteral("imaging.exportLine"), parent)
    , m_exporting(exporting)
{
    connect(exporting, &ImageExporting::changed, this, &ExportLine::follow);
    follow();
}

ui::Notice ExportLine::notice() const
{
    const auto count = m_exporting->count();
    switch (m_exporting->step()) {
    case Step::Idle: return {};
    case Step::Running:
        return {ui::Severity::Neutral,
                tr("Exporting %1 of %2…").arg(count.done).arg(count.total.value_or(0)),
                {},
                {},
                {tr("Stop")}};
    case Step::Done:
    case Step::Failed: return ended();
    }
    return {};
}

ui::Notice ExportLine::ended() const
{
    const auto &result = m_exporting->result();
    const int total = result.count.total.value_or(result.count.done);
    const auto place = QDir::toNativeSeparators(m_exporting->wish().folder);
    const auto reached = tr("%1 of %2 written to %3").arg(result.count.done).arg(total).arg(place);
    if (m_exporting->step() == Step::Failed) {
        const auto &error = result.endedBy ? *result.endedBy : result.failures.front().error;
        return {ui::Severity::Block, tr("Not all exported"), sdk::errorText(error), reached, {tr("Close")}};
    }
    if (!result.isWhole())
        return {ui::Severity::Note, tr("Stopped"), reached, {}, {tr("Close")}};
    const auto look = (warnings() + absences()).join(QLatin1Char(' '));
    if (!look.isEmpty())
        return {ui::Severity::Warn, tr("Look before you pass it on"), look, reached, {tr("Close")}};
    return {ui::Severity::Ok, tr("Exported"), reached, {}, {tr("Close")}};
}

/// What cannot be anonymised did not go along.
QStringList ExportLine::absences() const
{
    QStringList lines;
    const auto &leftOut = m_exporting->result().leftOut;
    for (auto reason = leftOut.begin(); reason != leftOut.end(); ++reason)
        lines.append(tr("%n object(s) left out: ", nullptr, *reason)
                     + sdk::errorText({ErrorKind::Invalid, reason.key(), {}}));
    return lines;
}

QStringList ExportLine::warnings() const
{
    QStringList lines;
    const auto &notices = m_exporting->result().notices;
    for (auto notice = notices.begin(); notice != notices.end(); ++notice) {
        const bool isOfObjects = notice.key() == QLatin1String("deidentify.texts-taken")
            || notice.key() == QLatin1String("deidentify.document-kept")
            || notice.key() == QLatin1String("export.no-record");
        const auto count =
            isOfObjects ? tr("%n object(s): ", nullptr, *notice) : tr("%n image(s): ", nullptr, *notice);
        if (notice.key() != QLatin1String("deidentify.named-elsewhere"))
            lines.append(count + sdk::errorText({ErrorKind::Invalid, notice.key(), {}}));
    }
    return lines;
}

void ExportLine::act(int /*index*/)
{
    if (m_exporting->isRunning())
        m_exporting->cancel();
    else
        m_exporting->dismiss();
}

} // namespace simiao::viewer
