#include "admin/views/packages_section.h"

#include "admin/views/notices.h"
#include "admin/views/packages_panel.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/loading_bar.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/state_view.h"

#include <QAction>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace simiao::admin {

namespace {

const QString kReason = QStringLiteral("reason");

} // namespace

PackagesSection::PackagesSection(sdk::Desk *desk, QWidget *parent)
    : Section(desk, parent)
    , m_shelf(new PackageShelf(desk, this))
    , m_work(new PackageWork(desk, m_shelf, this))
    , m_journal(desk, QStringLiteral("admin.packages."))
    , m_header(new ui::PanelHeader({}))
    , m_panel(new PackagesPanel(m_shelf))
    , m_state(new ui::StateView(m_panel))
    , m_bar(new ui::LoadingBar)
    , m_notice(new ui::NoticeLine)
    , m_path(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_pathRow(new ui::LabelRow({}, m_path))
    , m_reasonRow(new ui::LabelRow({}, m_reason))
{
    setObjectName(QStringLiteral("admin.packages"));
    m_notice->setObjectName(QStringLiteral("admin.packages.notice"));
    m_path->setObjectName(QStringLiteral("admin.packages.path"));
    m_reason->setObjectName(QStringLiteral("admin.packages.reason"));
    m_reason->setText(m_journal.unfinished().value(kReason));
    for (auto *field : {m_path, m_reason})
        field->installEventFilter(this);
    makeActions();
    layOut();
    connectParts();
    retranslate();
}

void PackagesSection::makeActions()
{
    m_check = addCommand(QStringLiteral("admin.packages.check"), QStringLiteral("F8"));
    m_install = addCommand(QStringLiteral("admin.packages.install"), QStringLiteral("F9"));
    m_activate = addCommand(QStringLiteral("admin.packages.activate"), QStringLiteral("F7"));
    m_rollBack = addCommand(QStringLiteral("admin.packages.rollBack"), QStringLiteral("Shift+F7"));
    m_compareFrom = addCommand(QStringLiteral("admin.packages.compareFrom"), QStringLiteral("F6"));
    m_choose = addCommand(QStringLiteral("admin.packages.choose"), QStringLiteral("F4"));
    m_export = addCommand(QStringLiteral("admin.packages.export"), QStringLiteral("Ctrl+E"));
}

void PackagesSection::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *form = new QVBoxLayout;
    form->setContentsMargins(0, rhythm.gap, rhythm.gap, 0);
    form->setSpacing(rhythm.gapSmall);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, rhythm.gap, 0);
    aired->addWidget(m_notice);
    form->addLayout(aired);
    form->addWidget(m_pathRow);
    form->addWidget(m_reasonRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    column->addWidget(m_bar);
    column->addWidget(new ui::Separator(Qt::Horizontal));
    column->addLayout(form);
    column->addWidget(
        actionBar({m_install, m_check, m_choose, m_activate, m_rollBack, m_compareFrom, m_export}, true));
}

void PackagesSection::connectParts()
{
    connect(m_choose, &QAction::triggered, this, &PackagesSection::chooseFile);
    connect(m_check, &QAction::triggered, this, &PackagesSection::check);
    connect(m_install, &QAction::triggered, this, [this] {
        if (!m_work->hasCandidate() || hasReason())
            m_work->install(m_reason->text());
    });
    connect(m_activate, &QAction::triggered, this, [this] { m_work->activate(m_reason->text()); });
    connect(m_rollBack, &QAction::triggered, this, [this] {
        if (hasReason())
            m_work->rollBack(m_reason->text());
    });
    connect(m_compareFrom, &QAction::triggered, this,
            [this] { m_shelf->compareFrom(m_panel->currentVersion()); });
    connect(m_export, &QAction::triggered, m_work, &PackageWork::exportVersion);
    connect(m_path, &QLineEdit::returnPressed, m_check, &QAction::trigger);
    connect(m_reason, &QLineEdit::returnPressed, m_install, &QAction::trigger);
    connect(m_work, &PackageWork::checked, m_reason, [this] { m_reason->setFocus(Qt::OtherFocusReason); });
    connect(m_panel, &PackagesPanel::passedStart, this, &Section::left);
    connect(m_panel, &PackagesPanel::passedEnd, m_path, [this] { m_path->setFocus(Qt::TabFocusReason); });
    connect(m_panel, &PackagesPanel::kindChosen, m_work, &PackageWork::forget);
    connect(m_state, &ui::StateView::actionTriggered, m_shelf, &PackageShelf::reload);
    connect(m_shelf, &PackageShelf::changed, this, &PackagesSection::showWork);
    connect(m_work, &PackageWork::changed, this, &PackagesSection::showWork);
    connect(m_reason, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_journal.record(kReason, text); });
    connect(m_work, &PackageWork::done, this, &PackagesSection::forgetReason);
}

void PackagesSection::enter()
{
    m_panel->enter();
}

void PackagesSection::retranslate()
{
    m_header->setTitle(tr("Rules and templates"));
    m_pathRow->setLabel(tr("File"));
    m_reasonRow->setLabel(tr("Reason"));
    ui::LabelRow::align({m_pathRow, m_reasonRow});
    m_reason->setPlaceholderText(tr("Kept with the version; needed to install and to roll back"));
    m_install->setText(tr("Install"));
    m_check->setText(tr("Check the file"));
    m_choose->setText(tr("Choose a file"));
    m_activate->setText(tr("Activate"));
    m_rollBack->setText(tr("Roll back"));
    m_compareFrom->setText(tr("Compare from here"));
    m_export->setText(tr("Export"));
    m_install->setToolTip(tr("Stores the checked file as a version that waits"));
    m_check->setToolTip(tr("Reads the file and shows what would change; nothing is stored"));
    m_activate->setToolTip(tr("The chosen version holds from now on"));
    m_rollBack->setToolTip(tr("The chosen earlier version, or the shipped one, holds again"));
    m_compareFrom->setToolTip(tr("Other versions are compared with the chosen one"));
    m_export->setToolTip(tr("Writes the chosen version into a new file of your documents"));
    m_shelf->retranslate();
    m_work->retranslate();
    m_panel->retranslate();
}

/// Escape in a field goes back to the versions.
bool PackagesSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return Section::eventFilter(watched, event);
    m_panel->enterVersions();
    return true;
}

void PackagesSection::chooseFile()
{
    if (findChild<QFileDialog *>())
        return;
    auto *dialog = new QFileDialog(this, tr("Choose a file of rules or templates"), m_path->text());
    dialog->setObjectName(QStringLiteral("admin.packages.dialog"));
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Rules and templates (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(path);
        check();
    });
    dialog->open();
}

void PackagesSection::check()
{
    if (m_path->text().trimmed().isEmpty())
        return m_path->setFocus(Qt::ShortcutFocusReason);
    m_work->check(m_path->text().trimmed());
}

bool PackagesSection::hasReason()
{
    if (!m_reason->text().trimmed().isEmpty())
        return true;
    m_reason->setFocus(Qt::ShortcutFocusReason);
    desk()->showError({ErrorKind::Invalid, QStringLiteral("package.reason-missing"), {}});
    return false;
}

/// It stands with what was stored.
void PackagesSection::forgetReason()
{
    m_reason->clear();
    m_journal.discard();
}

/// Nothing is switched off while something runs: pressing again does nothing, and the focus stays.
void PackagesSection::showWork()
{
    if (m_work->isRunning())
        m_bar->setPercent(-1);
    else
        m_bar->setIdle();
    put(m_notice, m_work->notice());
    m_state->setState(m_shelf->state());
}

} // namespace simiao::admin
