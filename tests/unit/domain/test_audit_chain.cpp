#include "domain/security/audit_chain.h"
#include "unit/domain/refusal.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace security;

namespace {

using Chain = std::vector<AuditLink>;

Chain aChain(int length, const QByteArray &word = "event")
{
    Chain chain;
    auto head = emptyAuditHead();
    for (int i = 1; i <= length; ++i) {
        chain.push_back(sealEvent(head, word + QByteArray::number(i)));
        head = {chain.back().sequence, chain.back().hash};
    }
    return chain;
}

AuditHead headOf(const Chain &chain)
{
    return chain.empty() ? emptyAuditHead() : AuditHead{chain.back().sequence, chain.back().hash};
}

QString verdict(const Chain &chain, const AuditHead &witnessed)
{
    AuditChainCheck check(witnessed);
    for (const auto &link : chain) {
        if (const auto added = check.add(link); !added)
            return refusalWithDetail(added);
    }
    return refusalWithDetail(check.finish());
}

/// The link as someone who knows the hash would forge it.
AuditLink resealed(const AuditLink &link, const QByteArray &event)
{
    return sealEvent({link.sequence - 1, link.previous}, event);
}

} // namespace

class TestAuditChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeChainIsGood()
    {
        QCOMPARE(verdict(aChain(5), headOf(aChain(5))), QString());
        QCOMPARE(verdict({}, emptyAuditHead()), QString());
    }

    void chainMayBeLongerThanItsHead()
    {
        QCOMPARE(verdict(aChain(5), headOf(aChain(3))), QString());
        QCOMPARE(verdict(aChain(5), emptyAuditHead()), QString());
    }

    void editIsNoticed()
    {
        for (std::size_t i = 0; i < 5; ++i) {
            auto chain = aChain(5);
            chain[i].event.append('!');
            QCOMPARE(verdict(chain, headOf(aChain(5))), u"audit.edited %1"_s.arg(i + 1));
        }
    }

    void everyFlippedBitIsNoticed()
    {
        for (qsizetype byte = 0; byte < 32; ++byte) {
            for (const bool isHash : {true, false}) {
                auto chain = aChain(3);
                auto &field = isHash ? chain[1].hash : chain[1].previous;
                field[byte] = char(field[byte] ^ 1);
                QVERIFY(!verdict(chain, headOf(aChain(3))).isEmpty());
            }
        }
    }

    void editWithANewHashIsNoticedAtTheNextLink()
    {
        auto chain = aChain(5);
        chain[1] = resealed(chain[1], "forged");
        QCOMPARE(verdict(chain, headOf(aChain(5))), u"audit.order 3"_s);
    }

    void deletionIsNoticed()
    {
        for (std::size_t i = 0; i < 4; ++i) {
            auto chain = aChain(5);
            chain.erase(chain.begin() + std::ptrdiff_t(i));
            QCOMPARE(verdict(chain, headOf(aChain(5))), u"audit.gap %1"_s.arg(i + 1));
        }
    }

    void changedOrderIsNoticed()
    {
        auto chain = aChain(5);
        std::swap(chain[1], chain[2]);
        QCOMPARE(verdict(chain, headOf(aChain(5))), u"audit.gap 2"_s);

        std::swap(chain[1].sequence, chain[2].sequence);
        QCOMPARE(verdict(chain, headOf(aChain(5))), u"audit.order 2"_s);
    }

    void repeatedLinkIsNoticed()
    {
        auto chain = aChain(3);
        chain.push_back(chain.back());
        QCOMPARE(verdict(chain, headOf(aChain(3))), u"audit.gap 4"_s);
    }

    void truncationIsNoticed()
    {
        for (int length = 0; length < 5; ++length)
            QCOMPARE(verdict(aChain(length), headOf(aChain(5))), u"audit.truncated %1"_s.arg(length + 1));
    }

    void anotherChainOfTheSameLengthIsNoticed()
    {
        QCOMPARE(verdict(aChain(5, "other"), headOf(aChain(5))), u"audit.head-differs 5"_s);
        QCOMPARE(verdict(aChain(7, "other"), headOf(aChain(5))), u"audit.head-differs 5"_s);
    }

    void sameEventTwiceHasTwoHashes()
    {
        const auto first = sealEvent(emptyAuditHead(), "event");
        const auto second = sealEvent({first.sequence, first.hash}, "event");
        QVERIFY(first.hash != second.hash);
        QCOMPARE(first.hash.size(), 32);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestAuditChain)
#include "test_audit_chain.moc"
