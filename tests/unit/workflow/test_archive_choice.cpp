#include "workflow/diagnostics/archive_choice.h"

#include <QtTest>

using namespace simiao;
using namespace simiao::workflow;
using namespace Qt::StringLiterals;

namespace {

/// An archive that has a name and nothing else.
class Named : public ImageArchive
{
public:
    explicit Named(QString name)
        : m_name(std::move(name))
    {
    }
    QString displayName() const override { return m_name; }
    Task<Result<ArchiveProof>> probe(std::stop_token) override { co_return cancelled(); }
    Task<Result<StudyList>> findStudies(StudyQuery, std::stop_token) override { co_return cancelled(); }
    Task<Result<std::vector<ArchivedSeries>>> findSeries(QString, std::stop_token) override
    {
        co_return cancelled();
    }
    Task<Result<ImageTransfer>> retrieve(Retrieval,
                                         std::shared_ptr<ObjectSink>,
                                         TransferProgress,
                                         std::stop_token) override
    {
        co_return cancelled();
    }
    Task<Result<ImageTransfer>> send(QStringList, TransferProgress, std::stop_token) override
    {
        co_return cancelled();
    }

private:
    QString m_name;
};

using Archives = std::vector<std::shared_ptr<ImageArchive>>;

} // namespace

class TestArchiveChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheWebWhereAnArchiveIsReachedBothWays()
    {
        const auto web = std::make_shared<Named>(u"PACS"_s);
        const auto dimse = std::make_shared<Named>(u"PACS"_s);
        const auto old = std::make_shared<Named>(u"Old PACS"_s);

        QCOMPARE(preferredArchives({web}, {old, dimse}), (Archives{web, old}));
    }
    void keepsAllOthers()
    {
        const auto web = std::make_shared<Named>(u"A"_s);
        const auto dimse = std::make_shared<Named>(u"B"_s);

        QCOMPARE(preferredArchives({web}, {dimse}), (Archives{web, dimse}));
        QCOMPARE(preferredArchives({}, {dimse}), Archives{dimse});
        QCOMPARE(preferredArchives({web}, {}), Archives{web});
    }
    void putsTheChosenOneFirst()
    {
        const auto a = std::make_shared<Named>(u"A"_s);
        const auto b = std::make_shared<Named>(u"B"_s);
        const auto c = std::make_shared<Named>(u"C"_s);

        QCOMPARE(withFirst({a, b, c}, u"C"_s), (Archives{c, a, b}));
        QCOMPARE(withFirst({a, b, c}, u"gone"_s), (Archives{a, b, c}));
        QCOMPARE(withFirst({}, u"A"_s), Archives{});
    }
};

QTEST_GUILESS_MAIN(TestArchiveChoice)
#include "test_archive_choice.moc"
