// bench_first_image: a local CT of 600 slices, from the command to its first painted image, by the panel, the file source and the
// decoder process of the product. JSON lines: a visit that has the study on record, its panel opened; the same study attached by
// pasting its folder; and a process that starts for it.

#include "bench/measure.h"
#include "bench/slice_file.h"
#include "imaging/models/viewer_data_reader.h"
#include "imaging/views/imaging_panel.h"
#include "imaging/views/viewport.h"
#include "integration/dicom/file_image_source.h"
#include "integration/dicom/file_imaging_objects.h"
#include "sdk/visit.h"
#include "support/fake_desk.h"
#include "ui/theme/apply_theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace simiao;
using namespace simiao::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSlices = 600;
constexpr int kRounds = 15;
const QSize kSize(900, 900);

/// Whether the viewport was painted while it had its image.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(viewer::Viewport *viewport)
        : m_viewport(viewport)
    {
        viewport->installEventFilter(this);
    }
    bool isPainted() const { return m_isPainted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isPainted = m_isPainted || (event->type() == QEvent::Paint && m_viewport->isLoaded());
        return false;
    }

private:
    viewer::Viewport *m_viewport;
    bool m_isPainted = false;
};

std::shared_ptr<workflow::ImageSource> preparedSource()
{
    auto source = std::make_shared<dicom::FileImageSource>(
        0, QCoreApplication::applicationDirPath() + u"/../bin/simiao-decoder"_s);
    source->prepare();
    return source;
}

/// The part of the program that shows images, open and ready.
struct Program
{
    test::FakeDesk desk;
    QTemporaryDir written;
    std::shared_ptr<const viewer::ViewerData> data =
        std::make_shared<viewer::ViewerData>(viewer::readViewerData(desk.resourceFolder()));

    explicit Program(std::shared_ptr<workflow::ImageSource> source)
    {
        desk.imageSource = std::move(source);
        desk.objects = std::make_shared<dicom::FileImagingObjects>(written.path());
    }

    bool isProtected() const { return !desk.imageSource->impairment(); }
};

struct OpenPanel
{
    sdk::Visit visit;
    viewer::ImagingPanel panel;
    PaintWatch watch;

    OpenPanel(Program &program, const workflow::VisitRecord &record)
        : visit(&program.desk, record)
        , panel(&visit, std::make_shared<viewer::FrameCache>(), program.data)
        , watch(panel.findChild<viewer::Viewport *>())
    {
        panel.resize(kSize);
        panel.show();
    }
    void waitUntilPainted() const
    {
        constexpr int kMs = 10'000;
        QTimer::singleShot(kMs, &watch, [] { qFatal("no image within ten seconds"); });
        while (!watch.isPainted())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
};

workflow::VisitRecord recordOf(Program &program, const QString &folder)
{
    workflow::VisitRecord record;
    record.patient = program.desk.world().patient;
    if (folder.isEmpty())
        return record;
    diagnostics::ImagingStudy study;
    study.studyInstanceUid = u"2.25.1"_s;
    study.endpoint = folder;
    record.studies.push_back(study);
    return record;
}

void paste(Program &program, const QString &folder)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls({QUrl::fromLocalFile(folder)});
    QGuiApplication::clipboard()->setMimeData(data.release());
    program.desk.commands[u"imaging.paste"_s]->trigger();
}

double load()
{
    double one = 0;
    return getloadavg(&one, 1) == 1 ? one : -1;
}

void reportTiming(const QString &what, const Timing &timing)
{
    auto figures = figuresOf(timing);
    figures.insert({u"slices"_s, Json(qint64(kSlices))});
    figures.insert({u"load"_s, number(load())});
    report(what, figures);
}

void benchRecord(Program &program, const QString &folder)
{
    const auto record = recordOf(program, folder);
    Timing timing;
    for (int round = 0; round < kRounds; ++round)
        timing.add([&] { OpenPanel(program, record).waitUntilPainted(); });
    reportTiming(u"panel opened to first image"_s, timing);
}

/// Each time by a program that has never seen the study.
void benchAttach(const std::shared_ptr<workflow::ImageSource> &source, const QString &folder)
{
    Timing timing;
    for (int round = 0; round < kRounds; ++round) {
        Program program(source);
        OpenPanel open(program, recordOf(program, {}));
        QCoreApplication::processEvents();
        timing.add([&] {
            paste(program, folder);
            open.waitUntilPainted();
        });
    }
    reportTiming(u"folder pasted to first image"_s, timing);
}

/// This program once more, which only shows the first image.
void benchProcess(const QString &folder)
{
    const auto timing = measure(kRounds, [&folder](int) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"show"_s, folder});
        process.waitForReadyRead();
        process.closeWriteChannel();
        process.kill();
        process.waitForFinished();
    });
    reportTiming(u"process started to first image"_s, timing);
}

int show(const QString &folder)
{
    Program program(preparedSource());
    OpenPanel(program, recordOf(program, folder)).waitUntilPainted();
    std::puts("painted");
    std::fflush(stdout);
    return 0;
}

bool writeSeries(Program &program, const QString &folder)
{
    const auto &patient = program.desk.world().patient;
    const SliceSubject subject{.name = patient.name.toUtf8(),
                               .id = patient.mrn.toUtf8(),
                               .birthDate = patient.birthDate.toIso().remove(u'-').toLatin1()};
    for (int slice = 0; slice < kSlices; ++slice) {
        if (!SliceFile(slice, subject).write(folder + u"/%1"_s.arg(slice)))
            return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::applyTheme(application, {});
    if (argc == 3 && std::string_view(argv[1]) == "show")
        return show(QString::fromLocal8Bit(argv[2]));
    const QTemporaryDir folder;
    const auto source = preparedSource();
    Program program(source);
    if (!writeSeries(program, folder.path()))
        return 1;
    benchRecord(program, folder.path());
    benchAttach(source, folder.path());
    if (!program.isProtected()) {
        std::fputs("images were decoded without the decoder process\n", stderr);
        return 1;
    }
    benchProcess(folder.path());
    return 0;
}
