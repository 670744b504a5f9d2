#include "integration/dicom/name_key.h"
#include "integration/dimse/command_set.h"
#include "integration/dimse/commitment_report.h"
#include "integration/dimse/destination.h"
#include "integration/dimse/identifier.h"
#include "integration/dimse/pdu_meter.h"
#include "integration/dimse/received_file.h"
#include "integration/dimse/services.h"

#include <QTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

using namespace simiao;
using namespace simiao::dimse;
using namespace Qt::StringLiterals;

namespace {

const QString kCt = u"1.2.840.10008.5.1.4.1.1.2"_s;

Command aStoreRequest()
{
    return {.field = CommandField::CStoreRq,
            .messageId = 7,
            .sopClass = kCt,
            .sopInstance = u"1.2.3.4"_s,
            .hasDataSet = true,
            .priority = 0};
}

Message aStore(const char *instance = "1.2.3.4", const char *study = "1.2.3")
{
    DcmDataset dataset;
    dataset.putAndInsertString(DCM_SOPClassUID, kCt.toLatin1().constData());
    dataset.putAndInsertString(DCM_SOPInstanceUID, instance);
    dataset.putAndInsertString(DCM_StudyInstanceUID, study);
    return {.context = {.id = 1, .sopClass = kCt, .transferSyntax = QString(kExplicitLittleEndian)},
            .command = aStoreRequest(),
            .data = bytesOf(dataset, kExplicitLittleEndian)};
}

bool takes(PduMeter &meter, const QByteArray &bytes)
{
    return meter.take(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Its report has the shape of the question.
    void aReportIsOfItsTransaction()
    {
        const std::vector<SentObject> objects{{kCt, u"1.2.3.4"_s}};
        Message report;
        report.context.transferSyntax = kExplicitLittleEndian;
        report.data = commitmentRequest(u"2.25.1"_s, objects, kExplicitLittleEndian);

        const auto ours = commitmentReport(report, u"2.25.1"_s, objects);
        const auto late = commitmentReport(report, u"2.25.2"_s, objects);
        const auto strange = commitmentReport(report, u"2.25.1"_s, {{kCt, u"1.2.3.5"_s}});

        QVERIFY(ours);
        QCOMPARE(ours->committed, QStringList{u"1.2.3.4"_s});
        QVERIFY(!late && late.error().kind == ErrorKind::Conflict);
        QVERIFY(!strange && strange.error().kind == ErrorKind::Invalid);
    }

    void commandsComeBackAsTheyWent_data()
    {
        QTest::addColumn<Command>("command");
        QTest::newRow("C-ECHO") << Command{
            .field = CommandField::CEchoRq, .messageId = 1, .sopClass = kVerification};
        QTest::newRow("C-STORE") << aStoreRequest();
        QTest::newRow("C-MOVE") << Command{.field = CommandField::CMoveRq,
                                           .messageId = 2,
                                           .sopClass = kStudyRootMove,
                                           .hasDataSet = true,
                                           .priority = 0,
                                           .moveDestination = u"SIMIAO"_s};
        QTest::newRow("C-GET answer") << Command{.field = CommandField::CGetRsp,
                                                 .messageId = 3,
                                                 .sopClass = kStudyRootGet,
                                                 .status = 0xFF00,
                                                 .remaining = 5,
                                                 .completed = 1,
                                                 .failed = 0,
                                                 .warning = 2};
        QTest::newRow("C-CANCEL") << Command{.field = CommandField::CCancelRq, .messageId = 9};
        QTest::newRow("N-ACTION") << Command{.field = CommandField::NActionRq,
                                             .messageId = 4,
                                             .sopClass = kStorageCommitment,
                                             .sopInstance = u"1.2.840.10008.1.20.1.1"_s,
                                             .hasDataSet = true,
                                             .actionType = 1};
        QTest::newRow("refusal") << Command{.field = CommandField::CFindRsp,
                                            .messageId = 5,
                                            .sopClass = kStudyRootFind,
                                            .status = 0xA700,
                                            .errorComment = u"out of resources"_s};
    }

    void commandsComeBackAsTheyWent()
    {
        QFETCH(Command, command);

        const auto bytes = encoded(command);
        const auto read = decodedCommand(bytes);

        QCOMPARE(bytes.size() % 2, 0);
        QVERIFY2(read, read ? "" : qPrintable(logLine(read.error())));
        QVERIFY(*read == command);
    }

    void damagedCommandsAreRefused()
    {
        const auto whole = encoded(aStoreRequest());
        int refused = 0;
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const auto read = decodedCommand(whole.first(length));
            QVERIFY(!read || read->messageId == 7);
            if (read)
                continue;
            QCOMPARE(read.error().code, u"archive.answer"_s);
            ++refused;
        }
        QVERIFY(refused > whole.size() / 2);

        auto tooLong = whole;
        tooLong.replace(16, 4, QByteArray::fromHex("ffffffff"));
        QVERIFY(!decodedCommand(tooLong));
        auto otherGroup = whole;
        otherGroup[12] = 8;
        QVERIFY(!decodedCommand(otherGroup));
    }

    /// As Orthanc ends a C-GET of which it could not send an image: group 0008 behind the command, with a group length.
    void aCommandEndsWhereItsStatusIsToldInMoreWords()
    {
        const Command answer{.field = CommandField::CGetRsp,
                             .messageId = 7,
                             .sopClass = QString(kStudyRootGet),
                             .status = 0xB000,
                             .completed = 3,
                             .failed = 2};
        const auto detail = QByteArray::fromHex("08000000"
                                                "04000000"
                                                "10000000"
                                                "08005800"
                                                "08000000")
            + QByteArray("1.2\\1.3\0", 8);

        const auto read = decodedCommand(encoded(answer) + detail);

        QVERIFY2(read, read ? "" : qPrintable(logLine(read.error())));
        QCOMPARE(read->status, quint16(0xB000));
        QCOMPARE(read->failedInstances, QStringList({u"1.2"_s, u"1.3"_s}));
        const auto cut = decodedCommand(encoded(answer) + detail.chopped(3));
        QVERIFY(cut && cut->failedInstances.isEmpty());
    }

    void objectsAreTakenInEverySyntaxThatIsShown()
    {
        const QStringList ct{kCt};
        const auto contexts = storageContexts(ct, Association::kMostContexts - 1);
        for (const auto *suffix : {".1", "", ".4.50", ".4.53", ".4.55", ".4.57", ".4.70", ".4.80", ".4.90",
                                   ".4.92", ".4.93", ".4.202", ".5", ".8.1", ".4.102"}) {
            const QString syntax = kImplicitLittleEndian + QLatin1StringView(suffix);
            QVERIFY2(storedSyntaxes().contains(syntax), qPrintable(syntax));
            QVERIFY2(std::ranges::any_of(contexts,
                                         [&syntax](const ProposedContext &context) {
                                             return context.transferSyntaxes.contains(syntax);
                                         }),
                     qPrintable(syntax));
        }
        QVERIFY(!storedSyntaxes().contains(u"1.2.840.10008.1.2.2"_s));
    }

    void pdusAreMeasuredHoweverTheyArrive()
    {
        const auto pdus = QByteArray::fromHex("040000000003") + "abc" + QByteArray::fromHex("050000000000");
        for (qsizetype step = 1; step <= pdus.size(); ++step) {
            PduMeter meter(3);
            for (qsizetype at = 0; at < pdus.size(); at += step)
                QVERIFY(takes(meter, pdus.mid(at, step)));
            QCOMPARE(meter.begun(), std::size_t{2});
        }
        PduMeter meter(2);
        QVERIFY(!takes(meter, pdus));
        QVERIFY(!takes(meter, "more"));
    }

    void namesBecomeKeys_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("key");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("Chinese") << u"王小明"_s << u"*王*小*明*"_s;
        QTest::newRow("beyond the first plane") << u"\U00020BB7野"_s << u"*\U00020BB7*野*"_s;
        QTest::newRow("Latin") << u"Wang Xiao"_s << u"Wang*Xiao*"_s;
        QTest::newRow("as DICOM has it") << u"Wang^Xiao*"_s << u"Wang^Xiao*"_s;
        QTest::newRow("wildcards") << u"李?"_s << u"*李?*"_s;
        QTest::newRow("Chinese in parts") << u"张^三"_s << u"*张*三*"_s;
        QTest::newRow("Chinese as DICOM has it") << u"=张^三"_s << u"=张^三"_s;
        QTest::newRow("Chinese in parts, and a wildcard") << u"张^*"_s << u"张^*"_s;
    }

    void namesBecomeKeys()
    {
        QFETCH(QString, written);
        QTEST(dicom::nameKey(written), "key");
    }

    void namesFoundAreThoseAsked_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("found");
        QTest::addColumn<bool>("isMeant");
        QTest::newRow("the same") << u"王^小明"_s << u"王小明"_s << true;
        QTest::newRow("a part") << u"小明"_s << u"王小明"_s << true;
        QTest::newRow("others between") << u"王明"_s << u"王小明"_s << false;
        QTest::newRow("a wildcard") << u"王*明"_s << u"王小明"_s << true;
        QTest::newRow("Latin") << u"Wang"_s << u"Li Na"_s << true;
        QTest::newRow("misread characters") << u"王明"_s << u"Íõ^Ã÷"_s << true;
        QTest::newRow("nothing told") << u"王明"_s << QString() << true;
    }

    void namesFoundAreThoseAsked()
    {
        QFETCH(QString, asked);
        QFETCH(QString, found);
        QTEST(isNameOf(found, asked), "isMeant");
    }

    void titlesAreChecked()
    {
        QVERIFY(isAeTitle(u"ORTHANC"_s));
        QVERIFY(isAeTitle(u"STORE SCP"_s));
        QVERIFY(!isAeTitle(u""_s));
        QVERIFY(!isAeTitle(u"   "_s));
        QVERIFY(!isAeTitle(u"SEVENTEEN-LETTERS"_s));
        QVERIFY(!isAeTitle(u"A\\B"_s));
        QVERIFY(!isAeTitle(u"影像"_s));
    }

    void receivedObjectsAreWholeFiles()
    {
        const auto store = aStore();

        const auto object = receivedFile(store, u"ORTHANC"_s, u"1.2.3"_s);

        QVERIFY2(object, object ? "" : qPrintable(logLine(object.error())));
        QCOMPARE(object->sopInstanceUid, u"1.2.3.4"_s);
        QVERIFY(object->file.endsWith(store.data));
        DcmInputBufferStream stream;
        stream.setBuffer(object->file.constData(), object->file.size());
        stream.setEos();
        DcmFileFormat file;
        file.transferInit();
        QVERIFY(file.read(stream).good());
        file.transferEnd();
        OFString value;
        QVERIFY(file.getMetaInfo()->findAndGetOFString(DCM_TransferSyntaxUID, value).good());
        QCOMPARE(value.c_str(), kExplicitLittleEndian.data());
        QVERIFY(file.getMetaInfo()->findAndGetOFString(DCM_MediaStorageSOPInstanceUID, value).good());
        QCOMPARE(value.c_str(), "1.2.3.4");
        QVERIFY(file.getDataset()->findAndGetOFString(DCM_StudyInstanceUID, value).good());
        QCOMPARE(value.c_str(), "1.2.3");
    }

    void objectsThatAreNotWhatTheirCommandSaysAreRefused()
    {
        const auto code = [](const Message &store) {
            const auto object = receivedFile(store, u"ORTHANC"_s, u"1.2.3"_s);
            return object ? QString() : object.error().code;
        };
        QCOMPARE(code(aStore()), QString());
        QCOMPARE(code(aStore("1.2.3.5")), u"archive.answer"_s);
        QCOMPARE(code(aStore("1.2.3.4", "1.2.9")), u"archive.answer"_s);
        auto otherClass = aStore();
        otherClass.command.sopClass = u"1.2.840.10008.5.1.4.1.1.4"_s;
        QCOMPARE(code(otherClass), u"archive.answer"_s);
        auto noUid = aStore();
        noUid.command.sopInstance = u"../../etc/passwd"_s;
        QCOMPARE(code(noUid), u"archive.answer"_s);
        auto empty = aStore();
        empty.data.clear();
        QCOMPARE(code(empty), u"archive.answer"_s);
        for (qsizetype length = 0; length < aStore().data.size(); ++length) {
            auto cut = aStore();
            cut.data.truncate(length);
            QCOMPARE(code(cut), u"archive.answer"_s);
        }
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "test_messages.moc"
