#include "imaging/views/print_line.h"

#include "sdk/desk.h"

#include <QDir>

namespace simiao::viewer {

using Step = ImagePrinting::Step;

PrintLine::PrintLine(ImagePrinting *printing, QWidget *parent)
    : StepLine(QStringLiteral("imaging.printLine"), parent)
    , m_printing(printing)
{
    connect(printing, &ImagePrinting::changed, this, &PrintLine::follow);
    follow();
}

ui::Notice PrintLine::notice() const
{
    switch (m_printing->step()) {
    case Step::Idle: return {};
    case Step::Running:
        return {ui::Severity::Neutral,
                (m_printing->wish().isFilm() ? tr("Printing film %1 of %2…") : tr("Printing page %1 of %2…"))
                    .arg(m_printing->done() + 1)
                    .arg(m_printing->total()),
                {},
                {},
                {tr("Stop")}};
    case Step::Done:
    case Step::Failed: return ended();
    }
    return {};
}

ui::Notice PrintLine::ended() const
{
    const auto &wish = m_printing->wish();
    const auto reached = countText();
    if (m_printing->error())
        return {ui::Severity::Block,
                m_printing->gone() > 0 ? tr("Not all printed") : tr("Not printed"),
                sdk::errorText(*m_printing->error()),
                reached,
                {tr("Close")}};
    if (!m_printing->missing().empty())
        return {ui::Severity::Warn,
                wish.isFilm()
                    ? tr("%n picture(s) are missing on film", nullptr, int(m_printing->missing().size()))
                    : tr("%n picture(s) are missing on paper", nullptr, int(m_printing->missing().size())),
                sdk::errorText(m_printing->missing().front()),
                reached,
                {tr("Close")}};
    if (m_printing->isStopped())
        return {ui::Severity::Note, tr("Stopped"), reached, {}, {tr("Close")}};
    if (!m_printing->warnings().isEmpty())
        return {ui::Severity::Warn,
                tr("Printed otherwise than asked"),
                tr("Look at the films: the printer says %1.").arg(m_printing->warnings().join(u", ")),
                reached,
                {tr("Close")}};
    return {ui::Severity::Ok, tr("Printed"), reached, {}, {tr("Close")}};
}

/// n of m, and where they are.
QString PrintLine::countText() const
{
    const auto &wish = m_printing->wish();
    if (wish.isFilm())
        return tr("%1 of %2 films were taken by %3")
            .arg(m_printing->gone())
            .arg(m_printing->total())
            .arg(wish.filmPrinter->displayName());
    return tr("%1 of %2 pages went to %3")
        .arg(m_printing->gone())
        .arg(m_printing->total())
        .arg(wish.isPdf() ? QDir::toNativeSeparators(wish.pdfPath) : wish.printer);
}

void PrintLine::act(int /*index*/)
{
    if (m_printing->isRunning())
        m_printing->cancel();
    else
        m_printing->dismiss();
}

} // namespace simiao::viewer
