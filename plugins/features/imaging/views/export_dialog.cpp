#include "imaging/views/export_dialog.h"

#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <algorithm>

namespace simiao::viewer {

using What = ExportWish::What;

ExportDialog::ExportDialog(bool canExportFiles,
                           const QString &folder,
                           BlankingSubject pictures,
                           QWidget *parent)
    : QDialog(parent)
    , m_what(new QComboBox)
    , m_format(new QComboBox)
    , m_texts(new QCheckBox(tr("Write the texts of the corners into the picture")))
    , m_measurements(new QCheckBox(tr("Draw the measurements into the picture")))
    , m_values(new QCheckBox(tr("… with their values")))
    , m_subject(new QLineEdit)
    , m_intervals(new QCheckBox(tr("Keep the time between examinations (dates are moved together)")))
    , m_documents(new QCheckBox(tr("Take documents (PDF) along as they are")))
    , m_blanking(new BlankingPanel(std::move(pictures)))
    , m_folder(new QLineEdit(folder))
    , m_consequence(new ui::TextLabel({}))
    , m_form(new QFormLayout)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("imaging.exportDialog"));
    setWindowTitle(tr("Export images"));
    fill(canExportFiles);
    layOut();
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::follow);
    connect(m_blanking, &BlankingPanel::changed, this, &ExportDialog::follow);
    for (auto *box : {m_texts, m_measurements, m_documents})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::follow);
    follow();
}

void ExportDialog::fill(bool canExportFiles)
{
    m_what->addItem(tr("The picture that is shown"), int(What::Picture));
    m_what->addItem(tr("All pictures of the series"), int(What::SeriesPictures));
    if (canExportFiles) {
        m_what->addItem(tr("The series as DICOM, anonymised"), int(What::Anonymised));
        m_what->addItem(tr("The series as DICOM, as it is"), int(What::Copies));
        m_what->addItem(tr("The whole study as DICOM, anonymised"), int(What::StudyAnonymised));
        m_what->addItem(tr("The whole study as DICOM, as it is"), int(What::StudyCopies));
    }
    m_format->addItem(tr("PNG (exact)"), false);
    m_format->addItem(tr("JPEG (small)"), true);
    m_values->setChecked(true);
    m_subject->setPlaceholderText(tr("A number is made"));
    // What stands in every character set of DICOM.
    m_subject->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z0-9 ._-]{0,64}")), m_subject));
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Export"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_what->setObjectName(QStringLiteral("imaging.export.what"));
    m_format->setObjectName(QStringLiteral("imaging.export.format"));
    m_texts->setObjectName(QStringLiteral("imaging.export.texts"));
    m_measurements->setObjectName(QStringLiteral("imaging.export.measurements"));
    m_values->setObjectName(QStringLiteral("imaging.export.values"));
    m_subject->setObjectName(QStringLiteral("imaging.export.subject"));
    m_intervals->setObjectName(QStringLiteral("imaging.export.intervals"));
    m_documents->setObjectName(QStringLiteral("imaging.export.documents"));
    m_folder->setObjectName(QStringLiteral("imaging.export.folder"));
    m_consequence->setObjectName(QStringLiteral("imaging.export.consequence"));
}

void ExportDialog::layOut()
{
    constexpr int kFormWidth = 440;
    constexpr int kAir = 16;
    auto *browse = new QPushButton(tr("Choose…"));
    browse->setObjectName(QStringLiteral("imaging.export.choose"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto *place = new QHBoxLayout;
    place->addWidget(m_folder, 1);
    place->addWidget(browse);
    m_form->addRow(tr("What:"), m_what);
    m_form->addRow(tr("Format:"), m_format);
    m_form->addRow(m_texts);
    m_form->addRow(m_measurements);
    m_form->addRow(m_values);
    m_form->addRow(tr("Name and number:"), m_subject);
    m_form->addRow(m_intervals);
    m_form->addRow(m_documents);
    m_form->addRow(tr("Folder:"), place);
    auto *questions = new QWidget;
    questions->setMinimumWidth(kFormWidth);
    m_form->setContentsMargins({});
    auto *asked = new QVBoxLayout(questions);
    asked->setContentsMargins({});
    asked->addLayout(m_form);
    asked->addWidget(m_consequence);
    asked->addStretch(1);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(kAir);
    parts->addWidget(questions);
    parts->addWidget(m_blanking, 1);
    auto *all = new QVBoxLayout(this);
    all->addLayout(parts, 1);
    all->addWidget(m_buttons);
}

ExportWish ExportDialog::wish() const
{
    return {.what = static_cast<What>(m_what->currentData().toInt()),
            .folder = QDir::fromNativeSeparators(m_folder->text().trimmed()),
            .isJpeg = m_format->currentData().toBool(),
            .hasTexts = m_texts->isChecked(),
            .hasMeasurements = m_measurements->isChecked(),
            .hasValues = m_values->isChecked(),
            .subject = m_subject->text().trimmed(),
            .keepsIntervals = m_intervals->isChecked(),
            .blanked = m_blanking->parts(),
            .takesDocuments = m_documents->isChecked()};
}

void ExportDialog::follow()
{
    const auto current = wish();
    const bool isAnonymised = current.isAnonymised();
    for (QWidget *field : {static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_texts),
                           static_cast<QWidget *>(m_measurements), static_cast<QWidget *>(m_values)})
        m_form->setRowVisible(field, current.arePictures());
    for (QWidget *field : {static_cast<QWidget *>(m_subject), static_cast<QWidget *>(m_intervals)})
        m_form->setRowVisible(field, isAnonymised);
    m_form->setRowVisible(m_documents, current.what == What::StudyAnonymised);
    m_values->setEnabled(m_measurements->isChecked());
    m_consequence->setText(consequence(current));
    m_blanking->setVisible(current.arePictures() || isAnonymised);
    m_blanking->setSingle(current.what == What::Picture);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(QDir::isAbsolutePath(current.folder));
    makeRoom();
}

/// Rows come and go, and the words below them have as many lines as they need.
void ExportDialog::makeRoom()
{
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalSizeHint().height();
    resize(width(), std::max(height(), needed));
}

QString ExportDialog::consequence(const ExportWish &wish) const
{
    if (wish.namesThePatient())
        return tr("What is written names the patient. The export is recorded.");
    if (wish.what == What::StudyAnonymised && wish.takesDocuments)
        return tr("Documents are not looked into: read each of them before you pass it on. Names, numbers, "
                  "dates and what people wrote are taken out of everything else (PS3.15), and drawn parts "
                  "are black. Look yourself whether texts are burnt into the pictures. The export is "
                  "recorded.");
    if (wish.what == What::StudyAnonymised)
        return tr("Images, reports, key images and presentation states go out without names, numbers, dates "
                  "and what people wrote into them (PS3.15), drawn parts are black, and documents (PDF) are "
                  "left out. Look yourself whether texts are burnt into the pictures. The export is "
                  "recorded.");
    const bool isBlanked = !wish.blanked.empty();
    if (wish.isAnonymised() && isBlanked)
        return tr(
            "Names, numbers, dates and private data are taken out (PS3.15), and the drawn parts are black. "
            "Look yourself whether they cover all texts, in each picture. The export is recorded.");
    if (isBlanked)
        return tr(
            "No texts are added, and the drawn parts are black. Look yourself whether they cover every name "
            "burnt into the picture. The export is recorded.");
    if (wish.isAnonymised())
        return tr(
            "Names, numbers, dates and private data are taken out (PS3.15). Look yourself whether texts are "
            "burnt into the pictures. The export is recorded.");
    return tr("No texts are added. Look yourself whether a name is burnt into the picture. The export is "
              "recorded.");
}

void ExportDialog::browse()
{
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Folder for the export"), m_folder->text(),
                                                          QFileDialog::DontUseNativeDialog);
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void ExportDialog::accept()
{
    const auto chosen = wish();
    QDialog::accept();
    Q_EMIT wished(chosen);
}

} // namespace simiao::viewer
