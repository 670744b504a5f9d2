#include "sdk/work_page.h"

#include "sdk/command.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/separator.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace simiao::sdk {

namespace {

constexpr int kListWidth = 290;
constexpr int kEvidenceWidth = 300;

QVBoxLayout *rowsOf(QWidget *widget)
{
    auto *rows = new QVBoxLayout(widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    return rows;
}

} // namespace

WorkPage::WorkPage(const QString &id, Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_desk(desk)
{
    setObjectName(id + QStringLiteral(".page"));
}

QAction *WorkPage::addCommand(const QString &name, const QString &keys)
{
    return makeCommand(m_desk, this, m_id + QLatin1Char('.') + name, keys);
}

void WorkPage::layOut(const Columns &columns, const QList<QAction *> &steps, const QList<QAction *> &others)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(m_id + QStringLiteral(".columns"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(columns.list);
    splitter->addWidget(columns.middle);
    splitter->addWidget(columns.evidence);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidth, width(), kEvidenceWidth});
    auto *rows = rowsOf(this);
    rows->addWidget(splitter, 1);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(makeActionBar(steps, others));
}

ui::ActionButton *WorkPage::buttonOf(const QAction *action) const
{
    return m_buttons.value(action);
}

QWidget *WorkPage::stacked(const QList<QWidget *> &parts, QWidget *stretched)
{
    auto *middle = new QWidget;
    middle->setBackgroundRole(QPalette::Base);
    middle->setAutoFillBackground(true);
    auto *rows = rowsOf(middle);
    for (auto *part : parts)
        rows->addWidget(part, part == stretched ? 1 : 0);
    return middle;
}

QWidget *WorkPage::makeActionBar(const QList<QAction *> &steps, const QList<QAction *> &others)
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.margin, rhythm.gap);
    const auto add = [&](QAction *action, ui::ActionButton::Role role) {
        m_buttons[action] = new ui::ActionButton(action, role);
        row->addWidget(m_buttons[action]);
    };
    for (auto *step : steps)
        add(step, ui::ActionButton::Role::Primary);
    for (auto *action : others)
        add(action, ui::ActionButton::Role::Plain);
    row->addStretch(1);
    return bar;
}

} // namespace simiao::sdk
