#include "imaging/views/archive_dialog.h"

#include "sdk/desk.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/state_view.h"
#include "ui/widgets/table_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::viewer {

namespace {

constexpr QSize kSize{860, 520};
constexpr int kLongest = 64; // characters of a patient ID or a component of a name (PS3.5 6.2)

QLineEdit *field(const QString &name, const QString &text = {})
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(name);
    edit->setMaxLength(kLongest);
    return edit;
}

QTableView *tableOf(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("imaging.archive.studies"));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setItemDelegate(new ui::TableDelegate(table));
    table->setModel(model);
    table->verticalHeader()->hide();
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ArchiveTable::Description, QHeaderView::Stretch);
    header->resizeSection(ArchiveTable::Day, 150);
    header->resizeSection(ArchiveTable::Modality, 70);
    header->resizeSection(ArchiveTable::Images, 80);
    header->resizeSection(ArchiveTable::Patient, 270);
    return table;
}

} // namespace

ArchiveDialog::ArchiveDialog(ArchiveSearch *search, const administration::Patient &patient, QWidget *parent)
    : QDialog(parent)
    , m_search(search)
    , m_model(new ArchiveTable(this))
    , m_archive(new QComboBox)
    , m_number(field(QStringLiteral("imaging.archive.number"), patient.mrn))
    , m_name(field(QStringLiteral("imaging.archive.name")))
    , m_modality(field(QStringLiteral("imaging.archive.modality")))
    , m_table(tableOf(m_model))
    , m_state(new ui::StateView(m_table))
    , m_ask(new QPushButton)
    , m_bring(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(QStringLiteral("imaging.archiveDialog"));
    m_archive->setObjectName(QStringLiteral("imaging.archive.which"));
    m_ask->setObjectName(QStringLiteral("imaging.archive.ask"));
    m_bring->setObjectName(QStringLiteral("imaging.archive.bring"));
    m_close->setObjectName(QStringLiteral("imaging.archive.close"));
    for (const auto &archive : search->archives())
        m_archive->addItem(archive->displayName());
    layOut();
    for (auto *edit : {m_number, m_name, m_modality})
        edit->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(m_ask, &QPushButton::clicked, this, &ArchiveDialog::ask);
    connect(m_bring, &QPushButton::clicked, this, &ArchiveDialog::bring);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &QTableView::doubleClicked, this, &ArchiveDialog::bring);
    connect(m_archive, &QComboBox::activated, this, &ArchiveDialog::ask);
    connect(m_state, &ui::StateView::actionTriggered, m_search, &ArchiveSearch::retry);
    connect(search, &ArchiveSearch::changed, this, &ArchiveDialog::follow);
    retranslate();
    resize(kSize);
    m_number->setFocus();
    ask();
}

void ArchiveDialog::layOut()
{
    m_rows = {new ui::LabelRow({}, m_archive), new ui::LabelRow({}, m_number), new ui::LabelRow({}, m_name),
              new ui::LabelRow({}, m_modality)};
    auto *form = new QVBoxLayout;
    for (auto *row : m_rows)
        form->addWidget(row);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_ask);
    buttons->addStretch(1);
    buttons->addWidget(m_bring);
    buttons->addWidget(m_close);
    for (auto *button : {m_ask, m_bring, m_close})
        button->setAutoDefault(false); // Enter belongs to the field or the list that has the focus
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_state, 1);
    column->addLayout(buttons);
}

void ArchiveDialog::retranslate()
{
    setWindowTitle(tr("Images in archives"));
    m_rows[0]->setLabel(tr("Archive"));
    m_rows[1]->setLabel(tr("Patient ID"));
    m_rows[2]->setLabel(tr("Name"));
    m_rows[3]->setLabel(tr("Modality"));
    ui::LabelRow::align(m_rows);
    m_name->setPlaceholderText(tr("such as 王小明 or Wang^Xiao*"));
    m_modality->setPlaceholderText(tr("such as CT, MR, DX"));
    m_ask->setText(tr("Search"));
    m_bring->setText(tr("Bring here"));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("Studies in the archive"));
    m_model->refresh();
    follow();
}

void ArchiveDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ArchiveDialog::ask()
{
    workflow::StudyQuery query;
    query.patientId = m_number->text().trimmed();
    query.patientName = m_name->text().trimmed();
    query.modality = m_modality->text().trimmed().toUpper();
    m_search->ask(std::size_t(m_archive->currentIndex()), query);
}

ui::ViewState ArchiveDialog::state() const
{
    if (m_search->isAsking())
        return ui::ViewState::loading(-1, tr("Asking %1…").arg(m_archive->currentText()));
    if (m_search->error())
        return ui::ViewState::error(sdk::errorText(*m_search->error()), {}, tr("Try again"), false);
    const auto &found = m_search->found();
    if (found.studies.empty())
        return ui::ViewState::empty(tr("No study of this description there"),
                                    tr("Other archives may have it, or another number of the same person."));
    return found.isPartial ? ui::ViewState::partial(qint64(found.studies.size()), 0) : ui::ViewState::ready();
}

void ArchiveDialog::follow()
{
    m_model->replace(m_search->found().studies);
    m_state->setState(state());
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_bring->setEnabled(m_model->rowCount() > 0);
}

void ArchiveDialog::bring()
{
    const auto current = m_table->currentIndex();
    if (current.isValid() && !m_search->isAsking())
        Q_EMIT chosen(m_model->at(current.row()));
}

bool ArchiveDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter) {
        watched == m_table ? bring() : ask();
        return true;
    }
    if (key == Qt::Key_Down && watched != m_table && m_model->rowCount() > 0) {
        m_table->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

QString ArchiveDialog::text() const
{
    return describe(state(), locale(), QDate::currentDate()).lead + u' '
        + QString::number(m_model->rowCount());
}

} // namespace simiao::viewer
