#include "admin/views/packages_panel.h"

#include "admin/views/tables.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/text_label.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::admin {

namespace {

constexpr int kPackagesHeight = 170; // all that can be replaced, at 1366x768 too
constexpr int kVersionsHeight = 150;
constexpr int kDifferenceHeight = 240;

ui::TextLabel *secondary(const char *name)
{
    auto *label = new ui::TextLabel({}, ui::Type::Secondary, ui::TextLabel::Ink::Secondary);
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

/// Makes a row current without moving the column or the view more than needed.
void makeCurrent(QTableView *table, int row)
{
    if (row >= 0 && row < table->model()->rowCount() && row != table->currentIndex().row())
        table->setCurrentIndex(table->model()->index(row, 0));
}

QWidget *below(ui::PanelHeader *header, QWidget *content)
{
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(content, 1);
    return panel;
}

} // namespace

PackagesPanel::PackagesPanel(PackageShelf *shelf, QWidget *parent)
    : QWidget(parent)
    , m_shelf(shelf)
    , m_packages(rowTable(shelf->packages(), QStringLiteral("admin.packages.table"), {180, 110, 140, 170, 0}))
    , m_versions(rowTable(shelf->versions(),
                          QStringLiteral("admin.packages.versions"),
                          {130, 100, 170, 170, 110, 0}))
    , m_difference(
          rowTable(shelf->difference(), QStringLiteral("admin.packages.difference"), {70, 70, 36, 80, 0}))
    , m_versionsHeader(new ui::PanelHeader({}))
    , m_differenceHeader(new ui::PanelHeader({}))
    , m_history(secondary("admin.packages.history"))
    , m_compared(secondary("admin.packages.compared"))
{
    auto *rows = new QSplitter(Qt::Vertical);
    rows->setObjectName(QStringLiteral("admin.packages.rows"));
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_packages);
    rows->addWidget(makeVersions());
    rows->addWidget(makeDifference());
    rows->setStretchFactor(2, 1);
    rows->setSizes({kPackagesHeight, kVersionsHeight, kDifferenceHeight});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(rows);
    for (auto *table : {m_packages, m_versions, m_difference})
        table->installEventFilter(this);
    connect(m_packages->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (!m_isShowing && index.isValid() && m_shelf->choose(index.row()))
                    Q_EMIT kindChosen();
            });
    connect(m_versions->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (!m_isShowing && index.isValid())
                    m_shelf->look(index.row());
            });
    connect(shelf, &PackageShelf::changed, this, &PackagesPanel::showShelf);
    retranslate();
}

QWidget *PackagesPanel::makeVersions()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_history->setWordWrap(true);
    m_history->setContentsMargins(rhythm.gap, rhythm.gapSmall, rhythm.gap, rhythm.gapSmall);
    auto *panel = below(m_versionsHeader, m_versions);
    panel->layout()->addWidget(m_history);
    return panel;
}

QWidget *PackagesPanel::makeDifference()
{
    m_differenceHeader->addTrailing(m_compared);
    return below(m_differenceHeader, m_difference);
}

void PackagesPanel::enter()
{
    enterTable(m_packages);
}

void PackagesPanel::enterVersions()
{
    enterTable(m_versions);
}

int PackagesPanel::currentVersion() const
{
    return m_versions->currentIndex().row();
}

void PackagesPanel::retranslate()
{
    m_versionsHeader->setTitle(tr("Versions"));
    m_differenceHeader->setTitle(tr("What differs"));
    m_packages->setAccessibleName(tr("Rules and templates that can be replaced"));
    m_versions->setAccessibleName(tr("Versions"));
    m_difference->setAccessibleName(tr("What differs"));
    showShelf();
}

void PackagesPanel::showShelf()
{
    m_isShowing = true;
    const auto *kind = m_shelf->kind();
    const auto &lines = m_shelf->packages()->rows();
    const auto line = std::ranges::find(lines, kind ? kind->name : QString(), &PackageLine::name);
    if (line != lines.end())
        makeCurrent(m_packages, int(line - lines.begin()));
    const int version = m_shelf->version();
    makeCurrent(m_versions, version);
    m_isShowing = false;
    m_history->setText(version < 0 ? QString() : m_shelf->versions()->history(version));
    m_history->setVisible(!m_history->text().isEmpty());
    m_compared->setText(m_shelf->compared());
}

bool PackagesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return walk(watched, 1);
    case Qt::Key_Escape: return walk(watched, -1);
    default: return false;
    }
}

/// To the next table, or out of the panel. \returns true
bool PackagesPanel::walk(const QObject *from, int step)
{
    const QList<QTableView *> tables{m_packages, m_versions, m_difference};
    const auto here = std::ranges::find(tables, from) - tables.begin();
    const auto there = here + step;
    if (there < 0)
        Q_EMIT passedStart();
    else if (there >= tables.size())
        Q_EMIT passedEnd();
    else
        enterTable(tables.at(there));
    return true;
}

} // namespace simiao::admin
