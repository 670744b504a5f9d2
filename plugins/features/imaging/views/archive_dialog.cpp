#include "imaging/views/archive_dialog.h"

#include "imaging/views/search_parts.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/state_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kSize{860, 520};
constexpr int kLongest = 64; // characters of a patient ID or a component of a name (PS3.5 6.2)

QTableView *tableOf(QAbstractItemModel *model)
{
    auto *table = answerTable(QStringLiteral("imaging.archive.studies"), model);
    auto *header = table->horizontalHeader();
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
    , m_number(searchField(u"imaging.archive.number"_s, kLongest, patient.mrn))
    , m_name(searchField(u"imaging.archive.name"_s, kLongest))
    , m_modality(searchField(u"imaging.archive.modality"_s, kLongest))
    , m_table(tableOf(m_model))
    , m_state(new ui::StateView(m_table))
    , m_ask(searchButton(u"imaging.archive.ask"_s))
    , m_stop(searchButton(u"imaging.archive.stop"_s))
    , m_bring(searchButton(u"imaging.archive.bring"_s))
    , m_close(searchButton(u"imaging.archive.close"_s))
{
    setObjectName(QStringLiteral("imaging.archiveDialog"));
    m_archive->setObjectName(QStringLiteral("imaging.archive.which"));
    for (const auto &archive : search->archives())
        m_archive->addItem(archive->displayName());
    layOut();
    for (auto *edit : {m_number, m_name, m_modality})
        edit->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(m_ask, &QPushButton::clicked, this, &ArchiveDialog::ask);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_search->stop();
        m_number->setFocus(); // the button goes out, and its neighbour closes the window
    });
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
    buttons->addWidget(m_stop);
    buttons->addStretch(1);
    buttons->addWidget(m_bring);
    buttons->addWidget(m_close);
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
    m_stop->setText(tr("Stop"));
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
    if (const auto waiting = unanswered(*m_search, m_archive->currentText()))
        return *waiting;
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
    m_stop->setEnabled(m_search->isAsking());
}

void ArchiveDialog::bring()
{
    const auto current = m_table->currentIndex();
    if (current.isValid() && !m_search->isAsking())
        Q_EMIT chosen(m_model->at(current.row()));
}

bool ArchiveDialog::eventFilter(QObject *watched, QEvent *event)
{
    switch (searchKey(event, watched == m_table, m_model->rowCount() > 0)) {
    case SearchKey::None: return QDialog::eventFilter(watched, event);
    case SearchKey::Ask: ask(); break;
    case SearchKey::Act: bring(); break;
    case SearchKey::ToList: m_table->setFocus(); break;
    }
    return true;
}

QString ArchiveDialog::text() const
{
    return describe(state(), locale(), QDate::currentDate()).lead + u' '
        + QString::number(m_model->rowCount());
}

} // namespace simiao::viewer
