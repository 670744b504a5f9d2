#include "ui/widgets/state_view.h"

#include "ui/widgets/loading_bar.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace simiao::ui {

namespace {

/// The words a little above the middle, not wider than reads well.
QWidget *pageFor(NoticeLine *words)
{
    constexpr int kWidest = 420;
    auto *page = new QWidget;
    words->setMaximumWidth(kWidest);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(words, 8);
    row->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    return page;
}

/// The line with air around it; hidden as a whole, else the air would stay.
QWidget *aired(NoticeLine *line)
{
    constexpr int kMargin = 4;
    auto *box = new QWidget;
    auto *row = new QVBoxLayout(box);
    row->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    row->addWidget(line);
    return box;
}

} // namespace

StateView::StateView(QWidget *content, QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_bar(new LoadingBar)
    , m_line(new NoticeLine)
    , m_pages(new QStackedLayout)
    , m_content(content)
    , m_words(new NoticeLine)
{
    m_above = aired(m_line);
    m_instead = pageFor(m_words);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_above);
    column->addLayout(m_pages, 1);
    // Only now: a stacked layout shows its first page at once, which without a parent would be a window.
    m_pages->addWidget(m_content);
    m_pages->addWidget(m_instead);
    connect(m_line, &NoticeLine::triggered, this, &StateView::actionTriggered);
    connect(m_words, &NoticeLine::triggered, this, &StateView::actionTriggered);
    showState();
}

void StateView::setState(const ViewState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    showState();
}

void StateView::retheme()
{
    showState();
}

void StateView::showState()
{
    if (m_state.kind == ViewState::Kind::Loading)
        m_bar->setPercent(m_state.percent);
    else
        m_bar->setIdle();
    const auto notice = describe(m_state, locale(), QDate::currentDate());
    if (m_state.replacesContent())
        showInstead(notice);
    else
        showAbove(notice);
}

void StateView::showAbove(const Notice &notice)
{
    m_line->setNotice(notice);
    m_above->setVisible(m_state.hasNotice());
    m_pages->setCurrentWidget(m_content);
}

void StateView::showInstead(const Notice &notice)
{
    m_words->setNotice(notice);
    m_above->setVisible(false);
    m_pages->setCurrentWidget(m_instead);
}

} // namespace simiao::ui
