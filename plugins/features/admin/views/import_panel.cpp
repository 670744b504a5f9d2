#include "admin/views/import_panel.h"

#include "admin/views/field_chain.h"
#include "admin/views/notices.h"
#include "admin/views/password_field.h"
#include "admin/views/tables.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/state_view.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::admin {

using workflow::SetupStep;

namespace {

QSortFilterProxyModel *sortable(QObject *parent)
{
    auto *model = new QSortFilterProxyModel(parent);
    model->setSortRole(RejectTableModel::kSortRole);
    model->setDynamicSortFilter(true);
    return model;
}

QString fileOf(const QMimeData &data)
{
    const auto urls = data.urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

ImportPanel::ImportPanel(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit)
    , m_password(new PasswordField)
    , m_reason(new QLineEdit)
    , m_pathRow(new ui::LabelRow({}, m_path))
    , m_passwordRow(new ui::LabelRow({}, m_password))
    , m_reasonRow(new ui::LabelRow({}, m_reason))
    , m_notice(new ui::NoticeLine)
    , m_sorted(sortable(this))
    , m_table(rowTable(m_sorted, QStringLiteral("admin.setup.rejects"), {}))
    , m_state(new ui::StateView(m_table))
    , m_chain(new FieldChain({m_password, m_reason, m_path}, this))
{
    m_path->setObjectName(QStringLiteral("admin.setup.path"));
    m_password->setObjectName(QStringLiteral("admin.setup.password"));
    m_reason->setObjectName(QStringLiteral("admin.setup.reason"));
    m_notice->setObjectName(QStringLiteral("admin.setup.notice"));
    setAcceptDrops(true);
    m_table->installEventFilter(this);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RejectTableModel::Row, Qt::AscendingOrder);
    layOut();
    connectFields();
}

void ImportPanel::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *above = new QVBoxLayout;
    above->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    above->setSpacing(rhythm.gapSmall);
    for (auto *row : {m_passwordRow, m_reasonRow, m_pathRow})
        above->addWidget(row);
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, rhythm.gapSmall, rhythm.gap, 0);
    aired->addWidget(m_notice);
    above->addLayout(aired);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(m_state, 1);
}

void ImportPanel::connectFields()
{
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString &text) { m_work->setPath(text); });
    connect(m_password, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_work->setPassword(text); });
    connect(m_reason, &QLineEdit::textEdited, this, [this](const QString &text) { m_work->setReason(text); });
    connect(m_chain, &FieldChain::passedStart, this, &ImportPanel::passedStart);
    connect(m_chain, &FieldChain::passedEnd, this, &ImportPanel::passedEnd);
    connect(m_state, &ui::StateView::actionTriggered, this, [this] { m_work->stop(); });
}

void ImportPanel::setWork(ImportWork *work)
{
    if (m_work == work)
        return;
    if (m_work)
        disconnect(m_work, nullptr, this, nullptr);
    m_work = work;
    m_sorted->setSourceModel(work->rejects());
    auto *header = m_table->horizontalHeader();
    header->resizeSection(RejectTableModel::Row, 78);
    header->resizeSection(RejectTableModel::Name, 140);
    header->resizeSection(RejectTableModel::Found, 130);
    header->setStretchLastSection(true);
    connect(work, &ImportWork::changed, this, &ImportPanel::showWork);
    connect(work, &ImportWork::pathSet, this, &ImportPanel::showFields);
    showFields();
    showWork();
}

void ImportPanel::showFields()
{
    m_path->setText(m_work->path());
    m_password->setText(m_work->password());
    m_reason->setText(m_work->reason());
    const bool isStaff = m_work->step() == SetupStep::Staff;
    const bool isStock = m_work->step() == SetupStep::Stock;
    m_passwordRow->setVisible(isStaff);
    m_password->setEnabled(isStaff);
    m_reasonRow->setVisible(isStock);
    m_reason->setEnabled(isStock);
}

void ImportPanel::showWork()
{
    m_path->setReadOnly(m_work->isRunning());
    if (m_password->text() != m_work->password())
        m_password->setText(m_work->password()); // it is used up
    put(m_notice, m_work->notice());
    m_state->setState(m_work->state());
    m_table->setAccessibleDescription(m_work->notice().text);
}

void ImportPanel::enter()
{
    m_chain->enter();
}

void ImportPanel::choose()
{
    if (findChild<QFileDialog *>())
        return;
    auto *dialog = new QFileDialog(this, tr("File to import"));
    dialog->setObjectName(QStringLiteral("admin.setup.dialog"));
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPanel::take);
    dialog->open();
}

void ImportPanel::take(const QString &path)
{
    if (m_work->isRunning())
        return;
    m_work->setPath(path);
    showFields();
    m_path->setFocus(Qt::OtherFocusReason);
    m_work->tryOut();
}

void ImportPanel::sortByNext()
{
    m_table->sortByColumn((m_sorted->sortColumn() + 1) % RejectTableModel::ColumnCount, Qt::AscendingOrder);
}

void ImportPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_work && !fileOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(fileOf(*event->mimeData()));
}

/// Escape in the table of rejects steps back to the path.
bool ImportPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    m_path->setFocus(Qt::BacktabFocusReason);
    return true;
}

void ImportPanel::retranslate()
{
    m_pathRow->setLabel(tr("File"));
    m_passwordRow->setLabel(tr("First password"));
    m_reasonRow->setLabel(tr("Reason"));
    ui::LabelRow::align({m_pathRow, m_passwordRow, m_reasonRow});
    m_path->setPlaceholderText(tr("path of a CSV file; UTF-8 or GB18030, comma or tab"));
    m_password->setPlaceholderText(tr("of everybody new in the file, to be changed at the first log-in"));
    m_reason->setPlaceholderText(tr("why stock is counted in, for the audit trail"));
    m_table->setAccessibleName(tr("Rows that cannot be imported"));
    if (m_work)
        m_work->retranslate();
}

} // namespace simiao::admin
