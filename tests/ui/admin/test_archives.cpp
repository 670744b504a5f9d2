#include "admin/models/archive_table_model.h"
#include "ui/admin/office.h"
#include "ui/widgets/action_button.h"

#include <QComboBox>
#include <QCoroFuture>
#include <QFuture>
#include <QLineEdit>
#include <QPromise>

using namespace simiao;
using namespace Qt::StringLiterals;
using test::FakeDesk;
using workflow::ArchiveEntry;
using workflow::ArchiveKind;
using Column = admin::ArchiveTableModel::Column;

namespace {

using Proof = Result<workflow::ArchiveProof>;

/// Archives of a workstation that stand nowhere.
class FakeSetup : public workflow::ArchiveSetup
{
public:
    std::vector<ArchiveEntry> entries() const override { return stored; }
    std::optional<workflow::ArchiveFault> fault(const ArchiveEntry &entry) const override
    {
        const bool isOwn = entry.kind == ArchiveKind::Workstation;
        const auto field = entry.kind == ArchiveKind::DicomWeb ? u"url"_s : u"host"_s;
        if (isOwn || !entry.text(field).isEmpty())
            return std::nullopt;
        return workflow::ArchiveFault{field, {ErrorKind::Invalid, u"archive.field"_s, u"-"_s}};
    }
    Task<Proof> probe(ArchiveEntry entry, std::optional<ArchiveEntry> own, std::stop_token stop) override
    {
        asked.push_back(entry);
        askedAs = own;
        m_promise = std::make_shared<QPromise<Proof>>();
        m_promise->start();
        m_stopping = std::make_unique<std::stop_callback<std::function<void()>>>(
            stop, [this] { answer(cancelled()); });
        return waited(m_promise->future());
    }
    Task<Result<void>> store(std::vector<ArchiveEntry> entries) override
    {
        const auto answer = refusal ? Result<void>(*refusal) : ok();
        if (!refusal)
            stored = std::move(entries);
        co_return answer;
    }
    std::vector<std::shared_ptr<workflow::ImageArchive>> archives() const override { return {}; }
    std::vector<std::shared_ptr<workflow::ModalityWorklist>> worklists() const override { return {}; }

    void answer(const Proof &proof)
    {
        m_promise->addResult(proof);
        m_promise->finish();
    }

    std::vector<ArchiveEntry> stored{
        {.kind = ArchiveKind::Workstation, .fields = {{u"title"_s, u"SIMIAO"_s}, {u"listen"_s, {}}}},
        {.kind = ArchiveKind::Dimse,
         .fields = {{u"name"_s, u"Radiology"_s},
                    {u"host"_s, u"10.1.2.3"_s},
                    {u"port"_s, u"4242"_s},
                    {u"title"_s, u"ORTHANC"_s},
                    {u"tls"_s, u"false"_s},
                    {u"way"_s, u"get"_s}}},
        {.kind = ArchiveKind::DicomWeb,
         .id = u"web"_s,
         .fields = {{u"name"_s, u"Cardiology"_s}, {u"url"_s, u"https://pacs.example/dicom-web"_s}}}};
    std::vector<ArchiveEntry> asked;
    std::optional<ArchiveEntry> askedAs;
    std::optional<Error> refusal;

private:
    static Task<Proof> waited(QFuture<Proof> future) { co_return co_await future; }

    std::shared_ptr<QPromise<Proof>> m_promise;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_stopping;
};

struct Archives : test::Office<FakeDesk>
{
    std::shared_ptr<FakeSetup> setup = std::make_shared<FakeSetup>();

    Archives() { desk.setup = setup; }
    void openSection() { open(0); }
    QString notice() const { return text("admin.archives.notice"); }
    QString at(int row, int column) const { return cell("admin.archives.table", row, column); }
    /// The button that shows this action.
    QWidget *buttonOf(const char *id) const
    {
        for (auto *button : page->findChildren<ui::ActionButton *>()) {
            if (button->isVisible() && button->text() == action(id)->text())
                return button;
        }
        return nullptr;
    }
    /// To the end of what stands there, and instead of it.
    void retype(const char *words) const
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        type(words);
    }
};

} // namespace

class TestArchives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsThisEndAndAllArchives();
    void addsAnArchiveByKeyboardAlone();
    void addsAWebArchive();
    void addsAFilmPrinter();
    void keepsAFilmSizeOfItsOwn();
    void changesOneAndSaysSoInTheTrail();
    void goesToTheFieldThatIsWrong();
    void refusesANameThatIsTaken();
    void asksWithWhatIsTyped();
    void saysWhyAnArchiveDoesNotAnswer();
    void saysWhatWorksOnlyInPart();
    void stopsATest();
    void offersOneFirst();
    void removesOnlyAfterAQuestion();
    void keepsWhatWasTypedThroughARestart();
    void keepsWhatWasTypedWhenTheDiskRefuses();
    void saysThatAnotherSettingWins();
    void leavesPhysiciansOut();
    void worksByMouse();
    void speaksAnotherLanguageWhereItStands();
};

void TestArchives::listsThisEndAndAllArchives()
{
    Archives office;
    office.openSection();

    QCOMPARE(office.at(0, Column::Name), u"This workstation"_s);
    QCOMPARE(office.at(0, Column::Address), u"SIMIAO"_s);
    QCOMPARE(office.at(1, Column::Address), u"ORTHANC@10.1.2.3:4242"_s);
    QCOMPARE(office.at(1, Column::Kind), u"DICOM"_s);
    QCOMPARE(office.at(2, Column::Kind), u"DICOMweb"_s);
    QVERIFY(office.hasFocus("admin.archives.table"));
}

void TestArchives::addsAnArchiveByKeyboardAlone()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_F4);
    QVERIFY(office.hasFocus("admin.archives.kind"));
    office.press(Qt::Key_Return);
    office.compose(u"放射科"_s);
    office.press(Qt::Key_Return);
    office.type("10.9.8.7");
    office.press(Qt::Key_Return);
    office.retype("11112");
    office.press(Qt::Key_Return);
    office.type("PACS2");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.setup->stored.size(), 4U);
    const auto &added = office.setup->stored.back();
    QVERIFY(added.kind == ArchiveKind::Dimse);
    QCOMPARE(added.name(), u"放射科"_s);
    QCOMPARE(added.text(u"port"_s), u"11112"_s);
    QCOMPARE(added.text(u"title"_s), u"PACS2"_s);
    QTRY_COMPARE(office.at(3, Column::Address), u"PACS2@10.9.8.7:11112"_s);
    QVERIFY(office.hasFocus("admin.archives.table"));
    QCOMPARE(office.table("admin.archives.table")->currentIndex().row(), 3);
}

void TestArchives::addsAWebArchive()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_F4);
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.type("Web");
    office.press(Qt::Key_Return);
    QVERIFY(office.hasFocus("admin.archives.url")); // fields of the other kind are no stops
    office.type("https://web.example/dicom-web");
    for (int field = 0; field < 9; ++field) // to the end, which stores
        office.press(Qt::Key_Return);

    QTRY_COMPARE(office.setup->stored.size(), 4U);
    QVERIFY(office.setup->stored.back().kind == ArchiveKind::DicomWeb);
    QCOMPARE(office.setup->stored.back().text(u"url"_s), u"https://web.example/dicom-web"_s);
}

void TestArchives::addsAFilmPrinter()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_F4);
    for (int kind = 0; kind < 3; ++kind)
        office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    for (const char *words : {"Films", "10.4.4.4"}) {
        office.type(words);
        office.press(Qt::Key_Return);
    }
    office.press(Qt::Key_Return); // port 104
    office.type("PRINTER");
    for (int field = 0; field < 3; ++field) // over encryption and certificate
        office.press(Qt::Key_Return);
    QVERIFY(office.hasFocus("admin.archives.film"));
    QCOMPARE(office.find<QComboBox>("admin.archives.film")->currentText(), u"as the printer chooses"_s);
    for (int size = 0; size < 8; ++size)
        office.press(Qt::Key_Down);
    QCOMPARE(office.find<QComboBox>("admin.archives.film")->currentText(), u"14 × 17 in"_s);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Down);
    QCOMPARE(office.find<QComboBox>("admin.archives.medium")->currentText(), u"blue film"_s);
    office.press(Qt::Key_F8);

    QTRY_COMPARE(office.setup->asked.size(), 1U);
    QVERIFY(office.setup->asked.front().kind == ArchiveKind::FilmPrinter);
    office.setup->answer(workflow::ArchiveProof{
        .peer = u"PRINTER"_s, .protocol = u"DIMSE"_s, .milliseconds = 3, .notices = {u"archive.no-films"_s}});
    QTRY_VERIFY2(office.notice().contains(u"takes no films"_s), qPrintable(office.notice()));
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.setup->stored.size(), 4U);
    const auto &added = office.setup->stored.back();
    QVERIFY(added.kind == ArchiveKind::FilmPrinter);
    QCOMPARE(added.text(u"host"_s), u"10.4.4.4"_s);
    QCOMPARE(added.text(u"port"_s), u"104"_s);
    QCOMPARE(added.text(u"film"_s), u"14INX17IN"_s);
    QCOMPARE(added.text(u"medium"_s), u"BLUE FILM"_s);
    QTRY_COMPARE(office.at(3, Column::Kind), u"film printer"_s);
    QVERIFY(!office.action("admin.archives.prefer")->isEnabled());
}

void TestArchives::keepsAFilmSizeOfItsOwn()
{
    Archives office;
    auto printer = office.setup->stored.at(1);
    printer.kind = ArchiveKind::FilmPrinter;
    printer.fields.insert({{u"name"_s, u"Films"_s}, {u"film"_s, u"9INX11IN"_s}});
    office.setup->stored = {office.setup->stored.front(), printer};
    office.openSection();

    office.press(Qt::Key_Down);
    QCOMPARE(office.find<QComboBox>("admin.archives.film")->currentText(), u"9 × 11 in"_s);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.retype("10.7.7.7");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.setup->stored.at(1).text(u"host"_s), u"10.7.7.7"_s);
    QCOMPARE(office.setup->stored.at(1).text(u"film"_s), u"9INX11IN"_s);
}

void TestArchives::changesOneAndSaysSoInTheTrail()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    QVERIFY(office.hasFocus("admin.archives.name"));
    office.press(Qt::Key_Return);
    office.retype("10.0.0.1");
    QCOMPARE(office.at(1, Column::State), u"not saved"_s);
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.setup->stored.at(1).text(u"host"_s), u"10.0.0.1"_s);
    QTRY_COMPARE(office.at(1, Column::State), QString());
    const auto trail = office.desk.store()->audit();
    QVERIFY(std::ranges::any_of(trail, [](const auto &event) {
        return event.act == u"setting.change" && event.detail == u"archive Radiology";
    }));
}

void TestArchives::goesToTheFieldThatIsWrong()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_F4);
    office.press(Qt::Key_Return);
    office.type("No host");
    office.press(Qt::Key_F9);

    QVERIFY(office.hasFocus("admin.archives.host"));
    QVERIFY2(office.notice().startsWith(u"Not usable"_s), qPrintable(office.notice()));
    QCOMPARE(office.setup->stored.size(), 3U);
    office.type("h");
    QCOMPARE(office.notice(), QString());
}

void TestArchives::refusesANameThatIsTaken()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_F4);
    office.press(Qt::Key_Return);
    office.type("Radiology");
    office.press(Qt::Key_Return);
    office.type("10.1.1.1");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.desk.lastErrorCode(), u"archive.name-taken"_s);
    QCOMPARE(office.setup->stored.size(), 3U);
    QVERIFY(office.notice().contains(u"Radiology"_s));
}

void TestArchives::asksWithWhatIsTyped()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_Return); // this end
    office.retype("SIMIAO7");
    office.press(Qt::Key_Escape);
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.retype("10.5.5.5");
    office.press(Qt::Key_F8);

    QTRY_COMPARE(office.setup->asked.size(), 1U);
    QCOMPARE(office.setup->asked.front().text(u"host"_s), u"10.5.5.5"_s);
    QCOMPARE(office.setup->askedAs->text(u"title"_s), u"SIMIAO7"_s);
    QVERIFY2(office.notice().startsWith(u"Asking Radiology"_s), qPrintable(office.notice()));
    QVERIFY(!office.action("admin.archives.test")->isEnabled());
    office.setup->answer(workflow::ArchiveProof{
        .peer = u"ORTHANC"_s, .protocol = u"DIMSE"_s, .milliseconds = 12, .notices = {}});

    QTRY_COMPARE(office.notice(), u"Radiology · answers ORTHANC, DIMSE, 12 ms."_s);
    QVERIFY(office.action("admin.archives.test")->isEnabled());
    QCOMPARE(office.setup->stored.at(1).text(u"host"_s), u"10.1.2.3"_s); // nothing is stored by asking
    office.type("6");
    QCOMPARE(office.notice(), QString()); // it was about another address
}

void TestArchives::saysWhyAnArchiveDoesNotAnswer()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_Down);
    office.press(Qt::Key_F8);
    QTRY_COMPARE(office.setup->asked.size(), 1U);
    QCOMPARE(office.at(1, Column::State), u"being asked"_s);
    office.setup->answer(Error{ErrorKind::Unavailable, u"archive.unreachable"_s, u"10.1.2.3:4242"_s});

    QTRY_COMPARE(office.at(1, Column::State), u"fails"_s);
    QVERIFY2(office.notice().contains(u"Check its address"_s), qPrintable(office.notice()));
}

void TestArchives::saysWhatWorksOnlyInPart()
{
    Archives office;
    office.openSection();

    office.press(Qt::Key_Down);
    office.press(Qt::Key_Down);
    office.press(Qt::Key_F8);
    QTRY_COMPARE(office.setup->asked.size(), 1U);
    office.setup->answer(workflow::ArchiveProof{.peer = u"pacs"_s,
                                                .protocol = u"DICOMweb, HTTP/2"_s,
                                                .milliseconds = 5,
                                                .notices = {u"archive.no-store"_s}});

    QTRY_COMPARE(office.at(2, Column::State), u"answers, in part"_s);
    QVERIFY2(office.notice().contains(u"takes no images"_s), qPrintable(office.notice()));
}

void TestArchives::stopsATest()
{
    Archives office;
    office.openSection();
    office.press(Qt::Key_Down);
    office.press(Qt::Key_F8);
    QTRY_COMPARE(office.setup->asked.size(), 1U);

    office.press(Qt::Key_F8, Qt::ShiftModifier);

    QTRY_COMPARE(office.at(1, Column::State), u"stopped"_s);
    QVERIFY(!office.action("admin.archives.stop")->isEnabled());
    QVERIFY(office.desk.errors.isEmpty());
}

void TestArchives::offersOneFirst()
{
    Archives office;
    office.openSection();
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F6);
    QTRY_VERIFY(office.setup->stored.at(2).isPreferred);
    QTRY_COMPARE(office.at(2, Column::Offered), u"first"_s);
    office.press(Qt::Key_Up);
    office.press(Qt::Key_F6);
    QTRY_VERIFY(office.setup->stored.at(1).isPreferred);
    QVERIFY(!office.setup->stored.at(2).isPreferred);
    office.press(Qt::Key_F6);
    QTRY_VERIFY(!office.setup->stored.at(1).isPreferred);
}

void TestArchives::removesOnlyAfterAQuestion()
{
    Archives office;
    office.openSection();
    QVERIFY(!office.action("admin.archives.remove")->isEnabled()); // this end stays
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F7);
    QVERIFY2(office.notice().startsWith(u"Remove Radiology?"_s), qPrintable(office.notice()));
    office.press(Qt::Key_Return); // without reading
    QCOMPARE(office.notice(), QString());
    QCOMPARE(office.setup->stored.size(), 3U);
    office.press(Qt::Key_F7);
    office.press(Qt::Key_F7);

    QTRY_COMPARE(office.setup->stored.size(), 2U);
    QTRY_COMPARE(office.table("admin.archives.table")->model()->rowCount(), 2);
}

void TestArchives::keepsWhatWasTypedThroughARestart()
{
    Archives office;
    office.openSection();
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.retype("10.7.7.7");

    office.page.reset();
    office.openSection();

    QCOMPARE(office.at(1, Column::State), u"not saved"_s);
    QCOMPARE(office.at(1, Column::Address), u"ORTHANC@10.7.7.7:4242"_s);
    office.press(Qt::Key_Down);
    office.press(Qt::Key_F4, Qt::ShiftModifier); // gives it up
    QCOMPARE(office.at(1, Column::Address), u"ORTHANC@10.1.2.3:4242"_s);
}

void TestArchives::keepsWhatWasTypedWhenTheDiskRefuses()
{
    Archives office;
    office.setup->refusal = Error{ErrorKind::Unavailable, u"disk.full"_s, u"archives.toml"_s};
    office.openSection();
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.retype("10.7.7.7");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.desk.lastErrorCode(), u"disk.full"_s);
    QCOMPARE(office.at(1, Column::State), u"not saved"_s);
    office.setup->refusal.reset();
    office.press(Qt::Key_F9);
    QTRY_COMPARE(office.setup->stored.at(1).text(u"host"_s), u"10.7.7.7"_s);
}

void TestArchives::saysThatAnotherSettingWins()
{
    Archives office;
    office.setup->refusal =
        Error{ErrorKind::Conflict, u"archive.overridden"_s, u"dicom.archives: command line"_s};
    office.openSection();
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.retype("10.7.7.7");
    office.press(Qt::Key_F9);

    QTRY_COMPARE(office.desk.lastErrorCode(), u"archive.overridden"_s);
    QTRY_COMPARE(office.at(1, Column::State), QString()); // as it is in force
}

void TestArchives::leavesPhysiciansOut()
{
    Archives office;
    office.desk.world().context.session.roles = {u"physician"_s};
    office.openSection();
    office.press(Qt::Key_Down);

    office.press(Qt::Key_F6);
    QTRY_COMPARE(office.desk.errors.size(), 1);
    office.press(Qt::Key_F8);

    QTRY_COMPARE(office.at(1, Column::State), u"fails"_s);
    QVERIFY(office.setup->asked.empty());
    QVERIFY(!office.setup->stored.at(1).isPreferred);
    QVERIFY(office.desk.errors.front().kind == ErrorKind::Forbidden);
}

void TestArchives::worksByMouse()
{
    Archives office;
    office.openSection();
    auto *table = office.table("admin.archives.table");

    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(2, 0)).center());
    QCOMPARE(office.find<QLineEdit>("admin.archives.url")->text(), u"https://pacs.example/dicom-web"_s);
    QVERIFY(!office.find<QLineEdit>("admin.archives.host")->isVisible());
    QTest::mouseClick(office.buttonOf("admin.archives.test"), Qt::LeftButton);

    QTRY_COMPARE(office.setup->asked.size(), 1U);
    QCOMPARE(office.setup->asked.front().name(), u"Cardiology"_s);
}

void TestArchives::speaksAnotherLanguageWhereItStands()
{
    Archives office;
    office.openSection();
    office.press(Qt::Key_Down);
    office.press(Qt::Key_Return);
    office.press(Qt::Key_Return);
    office.retype("10.7.7.7");

    office.desk.speak(QLocale(QLocale::Chinese));

    QVERIFY(office.hasFocus("admin.archives.host"));
    QCOMPARE(office.find<QLineEdit>("admin.archives.host")->text(), u"10.7.7.7"_s);
}

QTEST_MAIN(TestArchives)
#include "test_archives.moc"
