#include "integration/dicom/file_image_source.h"
#include "integration/dicom/frame_planes.h"
#include "integration/dicom/worker/frame_message.h"
#include "integration/dicom/worker/message_envelope.h"
#include "unit/dicom/shared_decoders.h"
#include "unit/dicom/shared_files.h"

#include <QCoroTask>
#include <QtTest>

using namespace simiao;
using namespace Qt::StringLiterals;
using Planes = std::vector<imaging::SlicePlane>;

/// Where the frames of an image lie is known without decoding them.
class TestFramePlanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void framesLieWhereTheirGroupsSay();
    void framesOfADoseLieByItsOffsets();
    void noFrameHasAPlaceUnlessAllHave();
    void theDecoderProcessSaysTheSame();
    void aSourceOfFilesSaysIt();
    void aMessageGoesAsItCame();

private:
    QString m_folder;
};

void TestFramePlanes::initTestCase()
{
    REQUIRE_SHARED_DICOM(folder);
    m_folder = folder;
}

void TestFramePlanes::framesLieWhereTheirGroupsSay()
{
    const auto planes = dicom::framePlanesOf(m_folder + u"/made/enhanced_perframe_rescale.dcm"_s).value();

    QCOMPARE(planes.size(), 4U);
    for (int frame = 0; frame < 4; ++frame) {
        QVERIFY((planes[std::size_t(frame)].position == imaging::Vector3{0, 0, 6.0 - 2 * frame}));
        QVERIFY((planes[std::size_t(frame)].normal() == imaging::Vector3{0, 0, 1}));
    }
}

void TestFramePlanes::framesOfADoseLieByItsOffsets()
{
    const auto planes = dicom::framePlanesOf(m_folder + u"/pydicom/test_files/rtdose.dcm"_s).value();

    QCOMPARE(planes.size(), 15U);
    QCOMPARE(planes.back().position[2], -761.87 + 14 * 5);
}

/// A film in colours, and a report.
void TestFramePlanes::noFrameHasAPlaceUnlessAllHave()
{
    const auto film = dicom::framePlanesOf(m_folder + u"/pydicom/test_files/examples_ybr_color.dcm"_s);
    const auto report = dicom::framePlanesOf(m_folder + u"/pydicom/test_files/test-SR.dcm"_s);

    QVERIFY(film && film->empty());
    QVERIFY(report && report->empty());
    QVERIFY(!dicom::framePlanesOf(m_folder + u"/none"_s));
}

void TestFramePlanes::theDecoderProcessSaysTheSame()
{
    for (const auto *name : {"made/enhanced_perframe_rescale.dcm", "pydicom/test_files/rtdose.dcm",
                             "cornerstone-wadoimageloader/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm"}) {
        const auto path = m_folder + u'/' + QLatin1StringView(name);

        const auto here = dicom::framePlanesOf(path);
        const auto there = sharedDecoders().framePlanes(path);

        QVERIFY2(there, there ? "" : qPrintable(logLine(there.error())));
        QVERIFY(!there->empty());
        QVERIFY(*here == *there);
    }
}

void TestFramePlanes::aSourceOfFilesSaysIt()
{
    dicom::FileImageSource source(1, {});
    workflow::ImageInstance image;
    image.location = m_folder + u"/pydicom/test_files/rtdose.dcm"_s;

    const auto planes = QCoro::waitFor(source.framePlanes(image, {}));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = QCoro::waitFor(source.framePlanes(image, stop.get_token()));

    QCOMPARE(planes->size(), 15U);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
}

void TestFramePlanes::aMessageGoesAsItCame()
{
    const Planes planes(dicom::kMostPlacedFrames, {{{1, 0, 0}, {0, 1, 0}}, {1, 2, 3}});

    const auto message = dicom::framePlanesMessage(planes);

    QVERIFY(dicom::readFramePlanesMessage(dicom::bytesOf(message)).value() == planes);
    QVERIFY(!dicom::readFramePlanesMessage(dicom::bytesOf(message.chopped(1))));
}

QTEST_GUILESS_MAIN(TestFramePlanes)
#include "test_frame_planes.moc"
