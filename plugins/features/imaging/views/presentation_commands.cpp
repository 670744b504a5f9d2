#include "imaging/views/presentation_commands.h"

#include "imaging/report/report_lines.h"
#include "imaging/views/active_view.h"
#include "imaging/views/command_action.h"

#include <QMenu>

#include <algorithm>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

/// "MEASUREMENTS · Li Mingyuan · 2026-11-22 09:55"; '&' is a letter of it.
QString lineOf(const imaging::PresentationState &state)
{
    constexpr qsizetype kMinutes = 16; // "2026-11-22T09:55"
    auto made = state.created.left(kMinutes);
    made.replace(u'T', u' ');
    QStringList parts{state.label, state.creator, made};
    parts.removeAll(QString());
    auto line = imaging::harmless(parts.join(u" · "_s)).simplified();
    return line.replace(u'&', u"&&"_s);
}

} // namespace

PresentationCommands::PresentationCommands(ActiveView *view, const KnownObjects *known, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_known(known)
    , m_list(new QMenu(view->viewport()))
    , m_menu(commandAction(this, u"imaging.presentations"_s, {Qt::SHIFT | Qt::Key_G}, [this] { popUp(); }))
    , m_next(commandAction(this, u"imaging.nextPresentation"_s, {Qt::ALT | Qt::Key_G}, [this] { next(); }))
    , m_none(commandAction(this, u"imaging.noPresentation"_s, {Qt::ALT | Qt::SHIFT | Qt::Key_G}, [this] {
        m_view->stack()->setPresentation({});
    }))
{
    m_list->setObjectName(u"imaging.presentations.list"_s);
    m_menu->setCheckable(true);
    connect(view, &ActiveView::changed, this, &PresentationCommands::follow);
    connect(known, &KnownObjects::changed, this, [this] {
        takeStates();
        follow();
    });
    retranslate();
    follow();
}

void PresentationCommands::takeStates()
{
    m_seriesUid = m_view->stack()->series().seriesInstanceUid;
    m_states = m_known->statesOf(m_view->stack()->series());
}

void PresentationCommands::fill()
{
    m_list->clear();
    const auto add = [this](const QString &words, const StatePtr &state) {
        auto *action = m_list->addAction(words, this,
                                         [stack = m_view->stack(), state] { stack->setPresentation(state); });
        action->setCheckable(true);
        action->setChecked(m_view->stack()->presentation() == state);
    };
    add(tr("None: as the image itself wants it"), {});
    m_list->addSeparator();
    for (const auto &state : m_states)
        add(lineOf(*state), state);
}

/// Above the lower edge of the picture.
void PresentationCommands::popUp()
{
    fill();
    follow();
    auto *viewport = m_view->viewport();
    m_list->popup(viewport->mapToGlobal(QPoint(0, viewport->height() - m_list->sizeHint().height())));
}

/// Behind the last comes none.
void PresentationCommands::next()
{
    auto *stack = m_view->stack();
    const auto current = std::ranges::find(m_states, stack->presentation());
    const auto next = current == m_states.end() ? m_states.begin() : std::next(current);
    stack->setPresentation(next == m_states.end() ? StatePtr() : *next);
}

void PresentationCommands::follow()
{
    const auto *stack = m_view->stack();
    if (stack->series().seriesInstanceUid != m_seriesUid)
        takeStates();
    const bool isApplied = stack->presentation() != nullptr;
    const bool areAny = isApplied || !m_states.empty();
    m_menu->setVisible(areAny);
    for (auto *action : {m_menu, m_next})
        action->setEnabled(areAny);
    m_menu->setChecked(isApplied);
    m_none->setEnabled(isApplied);
}

void PresentationCommands::retranslate()
{
    m_menu->setText(tr("Presentation state"));
    m_menu->setToolTip(tr("Show the images as somebody left them: window, turn, shutter, drawings"));
    m_next->setText(tr("Next presentation state"));
    m_none->setText(tr("Without presentation state"));
}

} // namespace simiao::viewer
