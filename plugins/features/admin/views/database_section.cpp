#include "admin/views/database_section.h"

#include "admin/views/notices.h"
#include "admin/views/path_field.h"
#include "admin/views/tables.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/loading_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

DatabaseSection::DatabaseSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_care(new DatabaseCare(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_path(new PathField(desk, QStringLiteral("simiao"), QStringLiteral(".db")))
    , m_pathRow(new ui::LabelRow({}, m_path))
    , m_bar(new ui::LoadingBar)
    , m_notice(new ui::NoticeLine)
    , m_results(makeResults())
    , m_state(new ui::StateView(m_results))
{
    setObjectName(QStringLiteral("admin.database"));
    m_path->setObjectName(QStringLiteral("admin.database.path"));
    m_notice->setObjectName(QStringLiteral("admin.database.notice"));
    for (auto *part : QWidgetList{m_path, m_contents, m_problems})
        leaveByEscape(part);
    makeActions();
    layOut();
    connect(m_care, &DatabaseCare::changed, this, &DatabaseSection::showCare);
    retranslate();
}

void DatabaseSection::makeActions()
{
    m_backUp = addCommand(QStringLiteral("admin.database.backUp"), QStringLiteral("F7"));
    m_check = addCommand(QStringLiteral("admin.database.check"), QStringLiteral("F8"));
    m_verify = addCommand(QStringLiteral("admin.database.verify"), QStringLiteral("F9"));
    connect(m_backUp, &QAction::triggered, this, [this] { m_care->backUp(m_path->path()); });
    connect(m_check, &QAction::triggered, m_care, &DatabaseCare::check);
    connect(m_verify, &QAction::triggered, m_care, &DatabaseCare::verifyAudit);
    connect(m_path, &QLineEdit::returnPressed, m_backUp, &QAction::trigger);
}

QStackedWidget *DatabaseSection::makeResults()
{
    m_contents = rowTable(m_care->contents(), QStringLiteral("admin.database.contents"), {300, 120, 0});
    m_problems = rowTable(m_care->problems(), QStringLiteral("admin.database.problems"), {220, 0});
    auto *results = new QStackedWidget;
    results->addWidget(m_contents);
    results->addWidget(m_problems);
    return results;
}

void DatabaseSection::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *above = new QVBoxLayout;
    above->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    above->addWidget(m_pathRow);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, rhythm.gap, 0);
    aired->addWidget(m_notice);
    above->addLayout(aired);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_bar);
    column->addLayout(above);
    column->addWidget(m_state, 1);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addWidget(actionBar({m_backUp, m_check, m_verify}, true));
}

void DatabaseSection::enter()
{
    m_path->setFocus(Qt::ShortcutFocusReason);
}

void DatabaseSection::retranslate()
{
    m_header->setTitle(tr("Database"));
    m_pathRow->setLabel(tr("File of the copy"));
    ui::LabelRow::align({m_pathRow});
    m_backUp->setText(tr("Back up now"));
    m_check->setText(tr("Check"));
    m_verify->setText(tr("Verify audit"));
    m_contents->setAccessibleName(tr("What the copy holds"));
    m_problems->setAccessibleName(tr("Problems found"));
    m_care->retranslate();
}

void DatabaseSection::showCare()
{
    if (m_care->isRunning())
        m_bar->setPercent(-1);
    else
        m_bar->setIdle();
    put(m_notice, m_care->notice());
    const bool areProblems = m_care->shown() == DatabaseCare::Shown::Problems;
    m_results->setCurrentWidget(areProblems ? m_problems : m_contents);
    m_state->setState(state());
    offerActions();
}

/// One thing at a time; the path field keeps the focus meanwhile, and other sections can be used.
void DatabaseSection::offerActions()
{
    const bool isReady = m_care->isOffered() && !m_care->isRunning();
    const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (!isReady && button && isAncestorOf(button))
        m_path->setFocus(Qt::OtherFocusReason); // before the button that has it is switched off
    for (auto *action : {m_backUp, m_check, m_verify})
        action->setEnabled(isReady);
}

ui::ViewState DatabaseSection::state() const
{
    if (!m_care->isOffered())
        return ui::ViewState::empty(tr("This back-end is not maintained from here"),
                                    tr("Use the tools of its server."));
    switch (m_care->shown()) {
    case DatabaseCare::Shown::Nothing:
        return ui::ViewState::empty(tr("Nothing was asked for yet"),
                                    tr("\"Back up now\" copies the database and proves the copy, "
                                       "\"Check\" reads all of it."));
    case DatabaseCare::Shown::Problems:
        if (m_care->problems()->rowCount() == 0)
            return ui::ViewState::empty(tr("No problem found"),
                                        tr("Every page, reference and row was read."));
        break;
    case DatabaseCare::Shown::Contents: break;
    }
    return ui::ViewState::ready();
}

} // namespace simiao::admin
