#include "core/json.h"
#include "integration/dicom/objects/key_objects.h"
#include "integration/dicom/phantom_ct_writer.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// How a call of simiao-cli ended.
struct Ending
{
    int exitCode = -1;
    QByteArray output;

    Json json() const { return Json::parse(output).value_or(Json()); }
};

} // namespace

/// `dicom inspect` and `dicom render` on a file of the program's own phantom.
class TestCliDicom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto folder = dicom::writePhantomStudy({.folder = m_folder.filePath(u"study"_s),
                                                      .patientName = u"王小明"_s,
                                                      .patientId = u"1"_s,
                                                      .birthDate = {},
                                                      .sex = {},
                                                      .studyInstanceUid = u"2.25.1"_s,
                                                      .studyDate = {},
                                                      .slices = 1});
        QVERIFY(folder);
        m_image = *folder + u"/IM0001.dcm"_s;
    }

    void tellsWhatAFileIs()
    {
        const auto file = call({u"inspect"_s, m_image});

        QCOMPARE(file.exitCode, 0);
        const auto json = file.json();
        QCOMPARE(json[u"object"_s].toString(), u"image"_s);
        QCOMPARE(json[u"transferSyntax"_s].toString(), u"1.2.840.10008.1.2.1"_s);
        QCOMPARE(json[u"rows"_s].toInteger(), 256);
        QCOMPARE(json[u"columns"_s].toInteger(), 256);
        QCOMPARE(json[u"frames"_s].toInteger(), 1);
        QCOMPARE(json[u"samplesPerPixel"_s].toInteger(), 1);
        QCOMPARE(json[u"bitsAllocated"_s].toInteger(), 16);
        QCOMPARE(json[u"photometricInterpretation"_s].toString(), u"MONOCHROME2"_s);
        QCOMPARE(json[u"frame0Sha256"_s].toString().size(), 64);
        QCOMPARE(json[u"patientName"_s].toString(), u"=王^小明"_s);
        QVERIFY(json[u"problems"_s].array().isEmpty());
        for (const auto *figure : {"modalityMin", "modalityMax", "modalityMean"})
            QVERIFY(!json[QString::fromLatin1(figure)].isNull());
        QVERIFY(json[u"lossy"_s].isNull());
    }

    /// (0028,2110) and (0028,2112) put before the pixels.
    void tellsWhatWasLost()
    {
        auto bytes = whole();
        bytes.insert(bytes.indexOf("\xE0\x7F\x10\x00"_ba),
                     "\x28\x00\x10\x21"
                     "CS\x02\x00"
                     "01"
                     "\x28\x00\x12\x21"
                     "DS\x02\x00"
                     "10"_ba);

        const auto file = call({u"inspect"_s, written(u"lossy.dcm"_s, bytes)});

        QCOMPARE(file.exitCode, 0);
        QCOMPARE(file.json()[u"lossy"_s][u"ratios"_s].array().size(), 1U);
        QVERIFY(file.output.contains(R"("ratios":[10])"));
    }

    void refusesACharacterSetThatNobodyKnows()
    {
        QCOMPARE(call({u"inspect"_s, m_image, u"--charset"_s, u"foo"_s}).exitCode, 1);
        QCOMPARE(call({u"inspect"_s, m_image, u"--charset"_s, u"GB18030\\foo"_s}).exitCode, 1);
        QCOMPARE(call({u"inspect"_s, m_image, u"--charset"_s, u"\\ISO 2022 IR 58"_s}).exitCode, 0);
    }

    void marksAnImageThatWasCutShort()
    {
        const auto cut = written(u"cut.dcm"_s, whole().chopped(1000));

        const auto file = call({u"inspect"_s, cut});
        const auto picture = call({u"render"_s, cut, u"--out"_s, m_folder.filePath(u"cut.png"_s)});

        QCOMPARE(file.exitCode, 0);
        QCOMPARE(file.json()[u"problems"_s].array().first()[u"code"_s].toString(),
                 u"imaging.pixels-missing"_s);
        QCOMPARE(picture.exitCode, 0);
        QCOMPARE(picture.json()[u"problems"_s], file.json()[u"problems"_s]);
    }

    void tellsWhatAReportSays()
    {
        const auto file = dicom::keyObjectFile({{m_image, 0, u"右肺结节"_s}},
                                               {.author = u"李明"_s,
                                                .written = QDateTime(QDate(2026, 11, 22), QTime(9, 30)),
                                                .root = u"test"_s});
        QVERIFY(file);
        const auto path = written(u"ko.dcm"_s, *file);

        const auto text = call({u"report"_s, path});
        const auto json = call({u"report"_s, path, u"--json"_s});
        const auto image = call({u"report"_s, m_image});

        QCOMPARE(text.exitCode, 0);
        QVERIFY(QString::fromUtf8(text.output).contains(u"Key Object Description: 右肺结节"_s));
        QCOMPARE(json.json()[u"object"_s].toString(), u"keyObjects"_s);
        QCOMPARE(json.json()[u"title"_s].toString(), u"Of Interest"_s);
        QCOMPARE(image.exitCode, 2);
        QCOMPARE(image.json()[u"code"_s].toString(), u"report.no-report"_s);
    }

    void refusesWithAReason()
    {
        const auto text = call({u"inspect"_s, written(u"letter.dcm"_s, "Dear colleague"_ba)});
        const auto headless = call({u"inspect"_s, written(u"head.dcm"_s, whole().first(400))});
        const auto missing = call({u"inspect"_s, m_folder.filePath(u"none.dcm"_s)});

        QCOMPARE(text.exitCode, 2);
        QCOMPARE(text.json()[u"code"_s].toString(), u"imaging.not-dicom"_s);
        QCOMPARE(headless.exitCode, 2);
        QVERIFY(!headless.json()[u"detail"_s].toString().isEmpty());
        QCOMPARE(missing.exitCode, 2);
        QCOMPARE(missing.json()[u"code"_s].toString(), u"imaging.file-missing"_s);
    }

    /// The phantom under another SOP class: that of a palette, which nothing here shows.
    void refusesAKindThatIsNotShown()
    {
        auto bytes = whole();
        bytes.replace("1.2.840.10008.5.1.4.1.1.2\0"_ba, "1.2.840.10008.5.1.4.39.1\0\0"_ba);

        const auto file = call({u"inspect"_s, written(u"palette.dcm"_s, bytes)});

        QCOMPARE(file.exitCode, 2);
        QVERIFY(file.output.contains(R"("ok":false)"));
        QCOMPARE(file.json()[u"object"_s].toString(), u"palette"_s);
        QCOMPARE(file.json()[u"code"_s].toString(), u"imaging.kind-not-shown"_s);
        QVERIFY(file.json()[u"detail"_s].toString().contains(u"1.2.840.10008.5.1.4.39.1"_s));
        QVERIFY(!file.json()[u"text"_s].toString().isEmpty());
    }

    void aPictureThatCannotBeWrittenIsNoSuccess()
    {
        const auto out = written(u"kept.png"_s, "the picture of before"_ba);
        QVERIFY(QDir().mkdir(out + u".part"_s)); // in the way of what is written

        QCOMPARE(call({u"render"_s, m_image, u"--out"_s, out}).exitCode, 3);
        QFile kept(out);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "the picture of before"_ba);
#ifdef Q_OS_LINUX
        QCOMPARE(call({u"render"_s, m_image, u"--out"_s, u"/dev/full"_s}).exitCode, 3);
#endif
    }

    void rendersAFrameWithAWindow()
    {
        const auto out = m_folder.filePath(u"frame.png"_s);
        const auto black =
            call({u"render"_s, m_image, u"--frame"_s, u"0"_s, u"--window"_s, u"30000,1"_s, u"--out"_s, out});

        QCOMPARE(black.exitCode, 0);
        QImage picture(out);
        QCOMPARE(picture.size(), QSize(256, 256));
        QCOMPARE(picture.pixelColor(128, 128), QColor(Qt::black));
        const auto own = call({u"render"_s, m_image, u"--out"_s, out});
        QCOMPARE(own.exitCode, 0);
        picture = QImage(out);
        QVERIFY(picture.pixelColor(128, 128) != picture.pixelColor(0, 0));
    }

    void anonymisesAFileAndAFolder()
    {
        const auto file = m_folder.filePath(u"nobody.dcm"_s);
        const auto one = call({u"anonymise"_s, m_image, file, u"--subject"_s, u"CASE-7"_s});
        const auto again = call({u"anonymise"_s, m_image, file});
        const auto folder = m_folder.filePath(u"case7"_s);
        const auto all = call({u"anonymise"_s, QFileInfo(m_image).absolutePath(), folder});

        QCOMPARE(one.exitCode, 0);
        QCOMPARE(call({u"inspect"_s, file}).json()[u"patientName"_s].toString(), u"CASE-7"_s);
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(again.json()[u"code"_s].toString(), u"export.exists"_s);
        QCOMPARE(all.exitCode, 0);
        QCOMPARE(all.json()[u"files"_s].toInteger(), 1);
        QVERIFY(QFile::exists(folder + u"/DICOMDIR"_s));
        QVERIFY(!call({u"inspect"_s, folder + u"/DICOM/SE000001/IM000001"_s}).output.contains("王小明"));
    }

    void anonymisesWhatStandsBesideTheImages()
    {
        const auto place = m_folder.filePath(u"beside"_s);
        QVERIFY(QDir().mkpath(place) && QFile::copy(m_image, place + u"/image.dcm"_s));
        const auto key = dicom::keyObjectFile({{m_image, 0, u"王小明的结节"_s}},
                                              {.author = u"李明"_s, .written = {}, .root = u"test"_s});
        QFile object(place + u"/key.dcm"_s);
        QVERIFY(key && object.open(QIODevice::WriteOnly) && object.write(*key) == key->size());
        object.close();

        const auto all = call({u"anonymise"_s, place, m_folder.filePath(u"nobody"_s)});

        QCOMPARE(all.exitCode, 0);
        QCOMPARE(all.json()[u"files"_s].toInteger(), 2);
        QCOMPARE(all.json()[u"notices"_s][u"deidentify.texts-taken"_s].toInteger(), 1);
        QFile copy(m_folder.filePath(u"nobody/DICOM/OBJECTS/OB000001"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly) && !copy.readAll().contains("小明"));
    }

    void copiesAFolder()
    {
        const auto folder = m_folder.filePath(u"usb"_s);
        const auto copy = call({u"copy"_s, QFileInfo(m_image).absolutePath(), folder});
        const auto again = call({u"copy"_s, QFileInfo(m_image).absolutePath(), folder});

        QCOMPARE(copy.exitCode, 0);
        QCOMPARE(copy.json()[u"files"_s].toInteger(), 1);
        QCOMPARE(
            call({u"inspect"_s, folder + u"/DICOM/SE000001/IM000001"_s}).json()[u"frame0Sha256"_s].toString(),
            call({u"inspect"_s, m_image}).json()[u"frame0Sha256"_s].toString());
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(call({u"anonymise"_s, m_image, folder + u"x"_s, u"--blank"_s, u"left"_s}).exitCode, 1);
    }

    void saysWhatACopyLacks()
    {
        const auto medium = m_folder.filePath(u"medium"_s);
        QCOMPARE(call({u"copy"_s, QFileInfo(m_image).absolutePath(), medium}).exitCode, 0);
        const auto place = m_folder.filePath(u"twoStudies"_s);
        QVERIFY(QDir().mkpath(place) && QFile::copy(m_image, place + u"/image.dcm"_s));
        QVERIFY(dicom::writePhantomStudy({.folder = place + u"/phantom"_s,
                                          .patientName = u"Test"_s,
                                          .patientId = u"1"_s,
                                          .birthDate = {},
                                          .sex = {},
                                          .studyInstanceUid = u"2.25.7"_s,
                                          .studyDate = u"2026-11-22"_s,
                                          .slices = 2}));
        const auto both = m_folder.filePath(u"bothOnMedium"_s);
        QCOMPARE(call({u"copy"_s, place, both}).exitCode, 0);
        const auto gone = both + u"/DICOM/SE000001/IM000001"_s;
        QVERIFY(QFile::remove(gone));

        const auto copy = call({u"copy"_s, both, m_folder.filePath(u"lacking"_s)});

        QCOMPARE(copy.exitCode, 2);
        QVERIFY(!copy.json()[u"ok"_s].toBool());
        QCOMPARE(copy.json()[u"missing"_s].array().size(), 1);
        QCOMPARE(copy.json()[u"skipped"_s][u"imaging.medium-file-missing"_s].toInteger(), 1);
    }

    void saysWhichOptionCannotBeRead_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no window") << QStringList{u"--window"_s, u"wide"_s} << 1;
        QTest::newRow("window of no width") << QStringList{u"--window"_s, u"40,0"_s} << 1;
        QTest::newRow("frame in words") << QStringList{u"--frame"_s, u"first"_s} << 1;
        QTest::newRow("no such frame") << QStringList{u"--frame"_s, u"1"_s} << 2;
    }

    void saysWhichOptionCannotBeRead()
    {
        QFETCH(QStringList, options);

        const QStringList render{u"render"_s, m_image, u"--out"_s, m_folder.filePath(u"x.png"_s)};

        QTEST(call(render + options).exitCode, "exitCode");
        QCOMPARE(call({u"render"_s, m_image}).exitCode, 1);
    }

private:
    QByteArray whole() const
    {
        QFile file(m_image);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString written(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the test's own file");
        return file.fileName();
    }

    static Ending call(const QStringList &words)
    {
        QProcess program;
        program.start(qEnvironmentVariable("SIMIAO_BUILD") + u"/bin/simiao-cli"_s,
                      QStringList{u"dicom"_s} + words);
        program.closeWriteChannel();
        program.waitForFinished();
        return {program.exitCode(), program.readAllStandardOutput()};
    }

    QTemporaryDir m_folder;
    QString m_image;
};

QTEST_GUILESS_MAIN(TestCliDicom)
#include "test_cli_dicom.moc"
