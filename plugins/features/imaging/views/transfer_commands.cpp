#include "imaging/views/transfer_commands.h"

#include "imaging/models/dropped_files.h"
#include "imaging/models/image_attachment.h"
#include "imaging/models/object_list.h"
#include "imaging/models/series_list.h"
#include "imaging/views/active_view.h"
#include "sdk/desk.h"
#include "sdk/visit.h"
#include "ui/theme/type.h"
#include "workflow/diagnostics/attach_study.h"

#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QWidget>

namespace simiao::viewer {

namespace {

QAction *made(const char *id, const QKeySequence &key, QObject *parent)
{
    auto *action = new QAction(parent);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    return action;
}

/// A folder that is not there yet: DICOM files want one for themselves.
QString proposedFolder()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    for (int n = 1;; ++n) {
        const auto folder = documents.filePath(QStringLiteral("images-%1").arg(n));
        if (!QFileInfo::exists(folder))
            return QDir::toNativeSeparators(folder);
    }
}

} // namespace

TransferCommands::TransferCommands(sdk::Visit *visit,
                                   std::shared_ptr<workflow::ImageSource> source,
                                   ActiveView *active,
                                   ImageAttachment *attachment,
                                   ExportStock stock,
                                   QWidget *panel)
    : QObject(panel)
    , m_visit(visit)
    , m_source(source)
    , m_active(active)
    , m_attachment(attachment)
    , m_stock(stock)
    , m_panel(panel)
    , m_exporting(
          new ImageExporting(visit->desk()->context(), std::move(source), visit->record().patient.id, this))
    , m_export(made("imaging.export", QKeySequence(Qt::SHIFT | Qt::Key_X), this))
    , m_paste(made("imaging.paste", QKeySequence::Paste, this))
{
    panel->setAcceptDrops(true);
    panel->installEventFilter(this);
    connect(m_export, &QAction::triggered, this, &TransferCommands::openDialog);
    connect(m_paste, &QAction::triggered, this,
            [this] { take(localPathsIn(QGuiApplication::clipboard()->mimeData())); });
    connect(active, &ActiveView::changed, this, &TransferCommands::follow);
    connect(m_exporting, &ImageExporting::changed, this, &TransferCommands::follow);
    retranslate();
    follow();
}

void TransferCommands::retranslate()
{
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Save pictures or DICOM files to a folder, with or without the patient's name"));
    m_paste->setText(tr("Attach what was copied"));
    m_paste->setToolTip(tr("Attach the image files or folders that were copied in the file manager"));
}

void TransferCommands::follow()
{
    m_export->setVisible(m_active->stack()->count() > 0);
    const auto *stack = m_active->stack();
    m_export->setEnabled(stack->frame() != nullptr && !stack->isPreview() && !m_exporting->isRunning());
}

void TransferCommands::openDialog()
{
    if (m_dialog)
        return m_dialog->raise();
    const auto *stack = m_active->stack();
    if (!stack->frame() || stack->isPreview())
        return;
    if (workflow::identityOf({stack->series()}, m_visit->record().patient)
        == workflow::ImageIdentity::Different)
        return m_visit->desk()->showError({ErrorKind::Invalid, QStringLiteral("imaging.not-hers")});
    m_subject = {.series = stack->series(),
                 .shown = stack->shown(),
                 .display = stack->display(),
                 .mrn = m_visit->record().patient.mrn,
                 .font = m_panel->font(),
                 .book = m_stock.book};
    m_subject.state = stack->presentation();
    m_subject.isAsStated = m_active->viewport()->isAsStated();
    const auto *presented = stack->presented();
    m_hasOwnWindow =
        m_subject.display != (presented ? presented->display : imaging::defaultDisplay(*stack->frame()));
    BlankingSubject pictures{.source = m_source,
                             .slices = slicesOf(stack->series()),
                             .shown = stack->shown(),
                             .frame = stack->frame(),
                             .display = stack->display()};
    if (!m_hasOwnWindow)
        pictures.display.reset(); // the others have windows of their own
    m_dialog =
        new ExportDialog(m_exporting->canExportFiles(), proposedFolder(), std::move(pictures), m_panel);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportDialog::wished, this, &TransferCommands::start);
    m_dialog->open();
}

/// Of what was shown when the question was asked: it may be leafed on meanwhile.
void TransferCommands::start(ExportWish wish)
{
    auto subject = m_subject;
    if (wish.isStudy())
        addStudy(subject);
    // Nobody has looked at the other series: nothing in them is blanked, and nothing called clean.
    for (auto &part : wish.blanked)
        part.seriesInstanceUid = subject.series.seriesInstanceUid;
    // A window that somebody chose holds for all pictures of the series; the images' own windows differ.
    if (wish.what == ExportWish::What::SeriesPictures && !m_hasOwnWindow)
        subject.display.reset();
    m_exporting->start(wish, subject);
}

/// All that is known of the study of the shown series, what was written about it here too.
void TransferCommands::addStudy(ExportSubject &subject) const
{
    const auto &study = subject.series.studyInstanceUid;
    subject.study = {subject.series};
    const auto known = m_stock.series ? m_stock.series->series() : std::vector<workflow::ImageSeries>();
    for (const auto &series : known) {
        if (series.studyInstanceUid == study && series.seriesInstanceUid != subject.series.seriesInstanceUid)
            subject.study.push_back(series);
    }
    if (m_stock.series)
        subject.places = m_stock.series->placesOf(study);
    if (!m_stock.objects)
        return;
    for (const auto &object : m_stock.objects->objects()) {
        if (object.studyInstanceUid == study)
            subject.objects.push_back({object.sopInstanceUid, object.location, study});
    }
}

bool TransferCommands::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const auto paths = localPathsIn(drop->mimeData());
    if (paths.isEmpty() || m_attachment->isBusy()) {
        drop->ignore();
        return true;
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        take(paths);
    return true;
}

void TransferCommands::take(const QStringList &paths)
{
    if (paths.size() > kMostDropped)
        return m_visit->desk()->showError({ErrorKind::Invalid, QStringLiteral("imaging.drop-folder")});
    if (!paths.isEmpty())
        m_attachment->startAll(paths);
}

} // namespace simiao::viewer
