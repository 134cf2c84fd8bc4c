package org.copyflow.formats.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.events.article.DataMining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiningStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "{'permission':[{'target':'https://desk.test','action':'tdm:mine'}]} | ALLOWED",
                "{'permission':[{'action':'tdm:mine','duty':[{'action':'obtainConsent'}]}]} | PROHIBITED_EXCEPT_TERMS",
                "{'permission':{'action':{'rdf:value':{'@id':'http://www.w3.org/ns/tdmrep#mine'}},'constraint':[{}]}}"
                        + " | PROHIBITED_EXCEPT_TERMS",
                "{'prohibitions':[{'action':['display','tdm:mine']}],'permissions':[{'action':'tdm:mine'}]} | PROHIBITED",
                "{'prohibitions':[{'action':'http://www.w3.org/ns/odrl/2/commercialize'}]} | nothing",
                "{'permission':[{'action':'determine'}]} | nothing",
                "{ no JSON | nothing",
                "Ask the desk. | nothing"
            })
    void readsRightsExpressions(String expression, DataMining mining) {
        MiningStatement read = MiningStatement.ofExpression(expression.replace('\'', '"'));

        assertThat(read == null ? null : read.mining()).isEqualTo(mining);
    }

    @Test
    void holdsTheStrictestOfSeveralStatements() {
        var rights = new StatedRights()
                .mining(MiningStatement.ofReservation("0", null))
                .mining(MiningStatement.ofTerm("plus:DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"))
                .mining(MiningStatement.ofRobots("noai"))
                .build();

        assertThat(rights)
                .satisfies(built -> assertThat(built.dataMining()).isEqualTo(DataMining.PROHIBITED_EXCEPT_SEARCH));
    }

    @Test
    void cutsTermsThatAreLong() {
        var rights = new StatedRights().terms("word ".repeat(2_000)).build();

        assertThat(rights).satisfies(built -> assertThat(built.usageTerms()).hasSize(StatedRights.MAX_CHARS + 1));
    }
}
